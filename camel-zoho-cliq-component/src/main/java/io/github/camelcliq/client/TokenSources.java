package io.github.camelcliq.client;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClient;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes the source of tokens that each kind of credentials calls for. */
final class TokenSources {

    private static final String TOKEN_PATH = "/oauth/v2/token";

    private TokenSources() {}

    /** @param loop where a caller that is a worker has its requests made */
    static TokenSource of(Credentials credentials, WebClient web, Context loop, ClientOptions options, Timing timing) {
        if (credentials instanceof Credentials.RefreshToken refresh) {
            return renewed(refresh, TokenGrant.form(refresh), web, loop, options, timing);
        }
        if (credentials instanceof Credentials.ClientCredentials client) {
            return renewed(client, TokenGrant.form(client), web, loop, options, timing);
        }
        if (credentials instanceof Credentials.SuppliedToken supplied) {
            return new SuppliedTokens(
                    supplied.supplier(), options.tokenTimeouts().total(), timing);
        }
        if (credentials instanceof Credentials.StaticToken token) {
            return TokenSource.of(new AccessToken(token.accessToken()));
        }
        // a webhook token goes into the query, and stands in for the access token nowhere else
        return TokenSource.of(new AccessToken(((Credentials.WebhookToken) credentials).zapikey()));
    }

    private static TokenSource renewed(
            Credentials credentials, Buffer form, WebClient web, Context loop, ClientOptions options, Timing timing) {
        return new RenewedTokens(
                () -> EventLoop.unlessOnOne(loop, () -> ask(form, web, options))
                        .otherwise(failure -> lost(options, failure))
                        .map(answer -> quoted(answer, credentials)),
                timing);
    }

    private static Future<TokenAnswer> ask(Buffer form, WebClient web, ClientOptions options) {
        PostBody body = new PostBody(form, Optional::empty);
        AnswerBody said = new AnswerBody();
        Timeouts timeouts = options.tokenTimeouts();
        try {
            return web.requestAbs(HttpMethod.POST, options.accountsUrl() + TOKEN_PATH)
                    .putHeader(HttpHeaders.CONTENT_TYPE.toString(), "application/x-www-form-urlencoded")
                    .putHeader(HttpHeaders.CONTENT_LENGTH.toString(), Integer.toString(form.length()))
                    .connectTimeout(timeouts.connect().toMillis())
                    .idleTimeout(timeouts.read().toMillis())
                    .as(said)
                    .sendStream(body)
                    .timeout(timeouts.total().toMillis(), TimeUnit.MILLISECONDS)
                    .onFailure(lost -> body.abandon())
                    .map(answer -> TokenAnswer.of(answer.statusCode(), said.readable()));
        } catch (RuntimeException unsendable) {
            // Web Client throws, rather than fails, once it is closed
            return Future.failedFuture(unsendable);
        }
    }

    /** No post went out, so that nothing can have been delivered, whatever became of the request for a token. */
    private static TokenAnswer lost(ClientOptions options, Throwable failure) {
        return TokenAnswer.failed(PostFailure.notPosted(
                FailureKind.UNAVAILABLE, "no token from " + options.accountsUrl() + ": " + QuotedText.textOf(failure)));
    }

    private static TokenAnswer quoted(TokenAnswer answer, Credentials credentials) {
        PostFailure failure = answer.failure();
        return failure == null
                ? answer
                : TokenAnswer.failed(PostFailure.notPosted(
                        failure.kind(),
                        failure.code() == null ? null : QuotedText.of(failure.code(), credentials.secrets()),
                        QuotedText.of(failure.message(), credentials.secrets()),
                        failure.retryAfter()));
    }
}
