package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.http.HttpAnswer;
import io.github.camelcliq.internal.http.HttpPost;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.pacing.PostPacer.Permit;
import io.github.camelcliq.internal.pacing.PostPacer.PermitRejection;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One request with one message, one token and one permit, and the reading of its answer. */
final class Attempt {

    private static final String JSON = "application/json;charset=UTF-8";

    private final ClientOptions options;
    private final Credentials credentials;
    private final Post post;
    private final AccessToken token;
    private final Permit permit;
    private final HttpPost http;

    /** Why the permit was revoked before a byte was written; {@code null} if it was not revoked. */
    private PermitRejection lost;

    Attempt(
            EventLoop loop,
            ClientOptions options,
            Credentials credentials,
            Post post,
            AccessToken token,
            Permit permit) {
        this.options = options;
        this.credentials = credentials;
        this.post = post;
        this.token = token;
        this.permit = permit;
        this.http = new HttpPost(loop.vertx(), post.body(), this::isPermitted);
    }

    private boolean isPermitted() {
        lost = permit.revoked().orElse(null);
        return lost == null;
    }

    /**
     * Sends the message once, in a later turn of the event loop. If an earlier post has just ended, its connection is
     * free only then.
     *
     * @return the result of the post; a refused or lost post is a result too
     */
    Future<PostResult> send(EventLoop loop, Future<WebClient> web, RetryAfter retryAfter) {
        return loop.call(() -> web.compose(client -> http.send(request(client), post.timeouts())))
                .transform(answer -> Future.succeededFuture(
                        answer.succeeded() ? read(retryAfter, answer.result()) : lost(answer.cause())));
    }

    /** Returns whether Cliq may have the message although it did not answer. */
    boolean mayHaveLeft() {
        return http.mayHaveLeft();
    }

    /**
     * Tells the pacer how the post ended, before anything else continues: a lock must begin before the next request for
     * a permit.
     */
    void settleWith(PostPacer pacer, PostResult result) {
        if (result instanceof PostFailure failure && failure.kind() == FailureKind.THROTTLED && failure.status() > 0) {
            pacer.throttled(failure.retryAfter());
        }
        endPermit(result instanceof Receipt
                || result instanceof PostFailure failure && failure.kind() == FailureKind.REJECTED);
    }

    /**
     * Ends the permit.
     *
     * @param lockIsOver whether Cliq's answer shows that it does not lock the user out
     */
    void endPermit(boolean lockIsOver) {
        if (http.mayHaveLeft()) {
            permit.releaseAfterWindow(lockIsOver);
        } else {
            permit.cancel();
        }
    }

    private HttpRequest<Buffer> request(WebClient web) {
        HttpRequest<Buffer> request =
                web.requestAbs(HttpMethod.POST, options.baseUrl() + uri()).putHeader("Content-Type", JSON);
        return hasWebhookToken()
                ? request
                : request.putHeader("Authorization", token.authorization(options.authorizationScheme()));
    }

    private boolean hasWebhookToken() {
        return credentials instanceof Credentials.FixedToken fixed && fixed.isWebhookToken();
    }

    private String uri() {
        return hasWebhookToken()
                ? post.uri()
                        + (post.uri().indexOf('?') < 0 ? "?zapikey=" : "&zapikey=")
                        + URLEncoder.encode(token.secret(), StandardCharsets.UTF_8)
                : post.uri();
    }

    /**
     * Reads the answer. If the body was cut off, only a status of a refusal counts. A success or a server error counts
     * only with the whole answer.
     */
    private PostResult read(RetryAfter retryAfter, HttpAnswer answer) {
        boolean refused = answer.status() >= 300 && answer.status() < 500;
        return answer.cutOffBy() == null || refused
                ? new ResponseClassifier(post, answer, credentials, token, retryAfter).result()
                : lost(answer.cutOffBy());
    }

    /**
     * Makes the failure of a post without an answer. Whether Cliq may have the message depends on whether bytes were
     * written.
     */
    private PostFailure lost(Throwable failure) {
        if (lost != null) {
            return PostFailure.refused(lost);
        }
        String text = ConnectionTrouble.textOf(failure);
        String safe = masked(withoutQuery(text));
        Throwable cause = safe.equals(text) ? failure : new IOException(safe);
        String address = options.baseUrl();
        int proxyRefusal = ConnectionTrouble.proxyRefusal(failure);
        if (proxyRefusal > 0) {
            return PostFailure.refusedByProxy(proxyRefusal, "no connection to " + address + ": " + safe, cause);
        }
        return http.mayHaveLeft()
                ? PostFailure.unanswered(Delivery.UNKNOWN, "the answer of " + address + " was lost: " + safe, cause)
                : PostFailure.unanswered(Delivery.NOT_DELIVERED, "no connection to " + address + ": " + safe, cause);
    }

    private String masked(String text) {
        return QuotedText.masked(QuotedText.masked(text, List.of(token.secret())), credentials.secrets());
    }

    /** Removes the query, since Vert.x quotes the request in its time-outs and a query may hold keys. */
    private String withoutQuery(String text) {
        int query = uri().indexOf('?');
        return query < 0 ? text : text.replace(uri().substring(query), "");
    }
}
