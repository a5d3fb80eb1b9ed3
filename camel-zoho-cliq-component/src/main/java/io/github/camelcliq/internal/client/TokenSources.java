package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.http.HttpPost;
import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Creates the token source for each kind of credentials. */
final class TokenSources {

    private static final String TOKEN_PATH = "/oauth/v2/token";

    /**
     * What to check, by error code. Credentials of another data centre can cause each of them (Zoho's accounts help).
     */
    private static final Map<String, String> REMEDIES = Map.of(
            "invalid_client", "check clientId and dataCenter",
            "invalid_client_secret", "check clientSecret and dataCenter",
            "invalid_code", "check refreshToken and dataCenter; if it was revoked, make a new one");

    private static final String FORM = "application/x-www-form-urlencoded";

    private final EventLoop loop;
    private final Future<WebClient> web;
    private final ClientOptions options;
    private final Timing timing;

    /** @param loop makes the requests for tokens */
    TokenSources(EventLoop loop, Future<WebClient> web, ClientOptions options, Timing timing) {
        this.loop = loop;
        this.web = web;
        this.options = options;
        this.timing = timing;
    }

    TokenSource of(Credentials credentials) {
        if (credentials instanceof Credentials.RefreshToken refresh) {
            return refreshed(refresh, TokenGrant.form(refresh));
        }
        if (credentials instanceof Credentials.ClientCredentials client) {
            return refreshed(client, TokenGrant.form(client));
        }
        if (credentials instanceof Credentials.SuppliedToken supplied) {
            return new SuppliedTokens(
                    supplied.supplier(), options.tokenTimeouts().total(), timing);
        }
        if (credentials instanceof Credentials.StaticToken token) {
            return constant(token.accessToken());
        }
        // a webhook token goes into the query only; it takes the place of the access token here
        return constant(((Credentials.WebhookToken) credentials).zapikey());
    }

    private TokenSource constant(String secret) {
        CompletionStage<String> token = CompletableFuture.completedFuture(new AccessToken(secret).secret());
        return new SuppliedTokens(() -> token, options.tokenTimeouts().total(), timing);
    }

    private TokenSource refreshed(Credentials credentials, Buffer form) {
        return new RefreshedTokens(
                () -> ask(form).otherwise(failure -> lost(options, failure)).map(answer -> quoted(answer, credentials)),
                timing);
    }

    private Future<TokenResponse> ask(Buffer form) {
        HttpPost post = new HttpPost(loop.vertx(), form, () -> true);
        return loop.call(() -> web.compose(client -> post.send(
                        client.requestAbs(HttpMethod.POST, options.accountsUrl() + TOKEN_PATH)
                                .putHeader("Content-Type", FORM),
                        options.tokenTimeouts())))
                .compose(answer -> answer.cutOffBy() == null
                        ? Future.succeededFuture(TokenResponse.of(answer.status(), answer.body()))
                        : Future.failedFuture(answer.cutOffBy()));
    }

    /** Makes the failure of a token request without an answer. No post went out, so nothing was delivered. */
    private static TokenResponse lost(ClientOptions options, Throwable failure) {
        return TokenResponse.failed(PostFailure.notPosted(
                ConnectionTrouble.proxyRefusal(failure) > 0 ? FailureKind.REJECTED : FailureKind.UNAVAILABLE,
                "no token from " + options.accountsUrl() + ": " + ConnectionTrouble.textOf(failure)));
    }

    private TokenResponse quoted(TokenResponse answer, Credentials credentials) {
        PostFailure failure = answer.failure();
        return failure == null
                ? answer
                : TokenResponse.failed(PostFailure.notPosted(
                        failure.kind(),
                        failure.code() == null ? null : QuotedText.of(failure.code(), credentials.secrets()),
                        QuotedText.of(failure.message(), credentials.secrets()) + remedy(failure.code()),
                        failure.retryAfter()));
    }

    /** Returns what to check after a frequent error, and the accounts server that answered it. */
    private String remedy(String error) {
        String remedy = error == null ? null : REMEDIES.get(error);
        return remedy == null ? "" : "; accounts server " + options.accountsUrl() + dataCenter() + ": " + remedy;
    }

    private String dataCenter() {
        return Stream.of(DataCenter.values())
                .filter(center -> center.accountsUrl().equalsIgnoreCase(options.accountsUrl()))
                .map(center -> ", data centre " + center)
                .findFirst()
                .orElse("");
    }
}
