package io.github.camelcliq.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Clock;

/**
 * Posts the messages of one account to Cliq with Vert.x Web Client. Safe for use by many threads; no call waits.
 * Answers arrive on an event loop: whoever does more with them than a glance moves to another thread first.
 */
public final class CliqClient {

    private static final String JSON = "application/json;charset=UTF-8";

    private final WebClient web;
    private final ClientOptions options;
    private final AccessToken token;
    private final AnswerReader answers;

    public CliqClient(Vertx vertx, ClientOptions options, AccessToken token, Clock clock) {
        this.options = options;
        this.token = token;
        this.answers = new AnswerReader(token, clock);
        // redirects are not followed: a token goes to the configured host only
        this.web = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setMaxPoolSize(options.poolSize())
                        .setFollowRedirects(false)
                        .setUserAgent("camel-zoho-cliq"));
    }

    /**
     * Posts a message.
     *
     * @return a future that always succeeds: with a {@link Receipt}, or with a {@link PostFailure} for every way a post
     *     can end badly
     */
    public Future<PostResult> post(Post post) {
        PostBody body = new PostBody(post.body());
        return send(post, body)
                .map(answer -> answers.read(post.kind(), answer))
                .otherwise(failure -> lost(body, failure));
    }

    private Future<HttpResponse<Buffer>> send(Post post, PostBody body) {
        try {
            return web.requestAbs(HttpMethod.POST, options.baseUrl() + post.uri())
                    .putHeader(HttpHeaders.AUTHORIZATION.toString(), token.authorization())
                    .putHeader(HttpHeaders.CONTENT_TYPE.toString(), JSON)
                    .putHeader(
                            HttpHeaders.CONTENT_LENGTH.toString(),
                            Integer.toString(post.body().length()))
                    .connectTimeout(post.connectTimeout().toMillis())
                    .idleTimeout(post.requestTimeout().toMillis())
                    .sendStream(body);
        } catch (RuntimeException unsendable) {
            // Web Client throws, rather than fails, once it is closed
            return Future.failedFuture(unsendable);
        }
    }

    /** What this client was made with. */
    public ClientOptions options() {
        return options;
    }

    /** Lets go of the connections; posts still on the wire end as lost. */
    public void close() {
        web.close();
    }

    /** No answer: what is known of the message depends on whether a connection had taken its bytes. */
    private PostFailure lost(PostBody body, Throwable failure) {
        boolean handedOver = body.handedOver();
        String message = (handedOver ? "the answer of " : "no connection to ")
                + options.baseUrl()
                + (handedOver ? " was lost: " : ": ")
                + failure.getMessage();
        return new PostFailure(
                FailureKind.UNAVAILABLE,
                0,
                null,
                token.maskedIn(message),
                true,
                null,
                handedOver ? Delivery.UNKNOWN : Delivery.NOT_DELIVERED,
                failure);
    }
}
