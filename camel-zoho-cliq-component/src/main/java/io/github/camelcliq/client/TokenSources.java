package io.github.camelcliq.client;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClient;
import java.util.concurrent.TimeUnit;

/** Makes the source of tokens that each kind of credentials calls for. */
final class TokenSources {

    private static final String TOKEN_PATH = "/oauth/v2/token";

    private TokenSources() {}

    static TokenSource of(Credentials credentials, WebClient web, ClientOptions options, Timing timing) {
        if (credentials instanceof Credentials.RefreshToken refresh) {
            return renewed(refresh, TokenGrant.form(refresh), web, options, timing);
        }
        if (credentials instanceof Credentials.ClientCredentials client) {
            return renewed(client, TokenGrant.form(client), web, options, timing);
        }
        if (credentials instanceof Credentials.SuppliedToken supplied) {
            return new SuppliedTokens(supplied.supplier());
        }
        if (credentials instanceof Credentials.StaticToken token) {
            return TokenSource.of(new AccessToken(token.accessToken()));
        }
        // a webhook token goes into the query, and stands in for the access token nowhere else
        return TokenSource.of(new AccessToken(((Credentials.WebhookToken) credentials).zapikey()));
    }

    private static TokenSource renewed(
            Credentials credentials, MultiMap form, WebClient web, ClientOptions options, Timing timing) {
        return new RenewedTokens(
                () -> web.requestAbs(HttpMethod.POST, options.accountsUrl() + TOKEN_PATH)
                        .connectTimeout(options.tokenTimeouts().connect().toMillis())
                        .idleTimeout(options.tokenTimeouts().read().toMillis())
                        .sendForm(form)
                        .timeout(options.tokenTimeouts().total().toMillis(), TimeUnit.MILLISECONDS)
                        .map(TokenAnswer::of)
                        .otherwise(failure -> lost(options, failure))
                        .map(answer -> masked(answer, credentials)),
                timing);
    }

    /** No post went out, so that nothing can have been delivered, whatever became of the request for a token. */
    private static TokenAnswer lost(ClientOptions options, Throwable failure) {
        return TokenAnswer.failed(TokenAnswer.failure(
                FailureKind.UNAVAILABLE,
                0,
                null,
                "no token from " + options.accountsUrl() + ": " + failure.getMessage(),
                null));
    }

    private static TokenAnswer masked(TokenAnswer answer, Credentials credentials) {
        PostFailure failure = answer.failure();
        return failure == null
                ? answer
                : TokenAnswer.failed(TokenAnswer.failure(
                        failure.kind(),
                        failure.status(),
                        Secrets.masked(failure.code(), credentials.secrets()),
                        Secrets.masked(failure.message(), credentials.secrets()),
                        failure.retryAfter()));
    }
}
