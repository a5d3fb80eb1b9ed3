package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.AccessTokenSupplier;
import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;

/**
 * Access tokens that the application supplies, or one fixed token. This component cannot refresh them. So one post a
 * minute tries a refused token again. A supplier that fails, or does not answer in time, fails the post.
 */
final class SuppliedTokens implements TokenSource {

    /** The wait between the posts that try a refused token again. Our choice. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final AccessTokenSupplier supplier;
    private final Duration maximumWait;
    private final Timing timing;

    // guarded by this
    private AccessToken refused;
    private PostFailure refusedFor;
    private long tryAgainAt;

    /** @param maximumWait the longest wait for one token */
    SuppliedTokens(AccessTokenSupplier supplier, Duration maximumWait, Timing timing) {
        this.supplier = supplier;
        this.maximumWait = maximumWait;
        this.timing = timing;
    }

    @Override
    public Future<Authorisation> current() {
        // in a future: the supplier may throw, even an Error such as a missing class, and the post that waits must end
        Future<Authorisation> supplied = Future.succeededFuture()
                .compose(begun -> Future.fromCompletionStage(supplier.get()))
                .map(this::authorisation)
                .otherwise(SuppliedTokens::unavailable);
        return supplied.isComplete() ? supplied : inTime(supplied);
    }

    private Future<Authorisation> inTime(Future<Authorisation> supplied) {
        Promise<Authorisation> first = Promise.promise();
        PostFailure late = PostFailure.notPosted(
                FailureKind.UNAVAILABLE,
                "the access token supplier gave no token within " + maximumWait.toMillis() + " ms");
        Timing.Alarm alarm = timing.after(maximumWait, () -> first.tryComplete(late));
        supplied.onSuccess(first::tryComplete);
        return first.future().onComplete(ended -> alarm.cancel());
    }

    @Override
    public void refused(AccessToken token, PostFailure refusal) {
        PostFailure reason = refusal;
        try {
            supplier.refused(token.secret());
        } catch (Throwable failed) {
            // an Error too: the next posts fail because of it
            reason = unavailable(failed);
        }
        synchronized (this) {
            refused = token;
            refusedFor = reason;
            tryAgainAt = timing.millis() + PAUSE.toMillis();
        }
    }

    @Override
    public synchronized void accepted(AccessToken token) {
        if (token.equals(refused)) {
            refused = null;
        }
    }

    /** Returns the token, or a failure if Cliq refused it. One post a minute tries it again. */
    private synchronized Authorisation unlessRefused(AccessToken token) {
        if (!token.equals(refused)) {
            return token;
        }
        long now = timing.millis();
        if (now < tryAgainAt) {
            return refusedFor.whileWaiting(Duration.ofMillis(tryAgainAt - now));
        }
        tryAgainAt = now + PAUSE.toMillis();
        return token;
    }

    private Authorisation authorisation(String token) {
        String complaint = AccessToken.complaintAbout(token);
        return complaint == null
                ? unlessRefused(new AccessToken(token))
                : PostFailure.notPosted(FailureKind.AUTH, "the access token supplier gave no token: it " + complaint);
    }

    /** Names the class of the failure only, since the text of an application's exception may hold a secret. */
    private static PostFailure unavailable(Throwable failure) {
        return PostFailure.notPosted(
                FailureKind.UNAVAILABLE,
                "the access token supplier failed with " + failure.getClass().getName());
    }
}
