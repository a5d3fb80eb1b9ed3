package io.github.camelcliq.client;

import io.vertx.core.Future;

/** Tokens that the application gets by a way of its own. */
final class SuppliedTokens implements TokenSource {

    private final AccessTokenSupplier supplier;
    private volatile AccessToken lastRefused;

    SuppliedTokens(AccessTokenSupplier supplier) {
        this.supplier = supplier;
    }

    @Override
    public Future<Authorisation> current() {
        try {
            return Future.fromCompletionStage(supplier.get())
                    .map(SuppliedTokens::authorisation)
                    .otherwise(SuppliedTokens::unavailable);
        } catch (RuntimeException failed) {
            return Future.succeededFuture(unavailable(failed));
        }
    }

    @Override
    public boolean isGood(AccessToken token) {
        return !token.equals(lastRefused);
    }

    @Override
    public Future<Authorisation> insteadOf(AccessToken refused) {
        lastRefused = refused;
        try {
            supplier.refused(refused.secret());
        } catch (RuntimeException failed) {
            return Future.succeededFuture(unavailable(failed));
        }
        return current();
    }

    private static Authorisation authorisation(String token) {
        return AccessToken.complaintAbout(token) != null
                ? TokenAnswer.failure(
                        FailureKind.AUTH,
                        0,
                        null,
                        "the access token supplier gave no token: it " + AccessToken.complaintAbout(token),
                        null)
                : new AccessToken(token);
    }

    /** Only its class is told: the text of an application's exception may hold a secret. */
    private static Authorisation unavailable(Throwable failure) {
        return TokenAnswer.failure(
                FailureKind.UNAVAILABLE,
                0,
                null,
                "the access token supplier failed with " + failure.getClass().getName(),
                null);
    }
}
