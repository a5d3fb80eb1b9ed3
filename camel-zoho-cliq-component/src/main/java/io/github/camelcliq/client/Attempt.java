package io.github.camelcliq.client;

import io.github.camelcliq.client.Budget.Permit;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.ext.web.client.HttpRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One request with one message: sent with one token and one permit, and read, whatever comes back or does not. */
final class Attempt {

    private final CliqHost host;
    private final Post post;
    private final AccessToken token;
    private final Permit permit;
    private final PostBody body;

    Attempt(CliqHost host, Post post, AccessToken token, Permit permit) {
        this.host = host;
        this.post = post;
        this.token = token;
        this.permit = permit;
        this.body = new PostBody(post.body(), host.headers().with(token), permit::lost);
    }

    Post post() {
        return post;
    }

    /** What the message is sent with. */
    AccessToken token() {
        return token;
    }

    /**
     * Sends the message, once, on the account's event loop, in a later turn of it: where an earlier post has just
     * ended, its connection is free only then, and another would be made. The answer fails where none comes, or only a
     * part of one.
     *
     * @param answered hears of the answer once, on that event loop
     */
    void send(Handler<AsyncResult<HttpClientResponse>> answered) {
        try {
            host.loop().runOnContext(there -> sendHere(answered));
        } catch (RuntimeException closed) {
            answered.handle(Future.failedFuture(closed));
        }
    }

    /** What comes of it, once it is over. A post that Cliq refused, or that was lost, is a result as well. */
    PostResult read(AsyncResult<HttpClientResponse> answer) {
        if (answer.succeeded()) {
            HttpClientResponse whole = answer.result();
            return read(new Answer(
                    whole.statusCode(),
                    whole.headers(),
                    body.said().readable(),
                    body.said().length()));
        }
        body.abandon();
        return broken(answer.cause());
    }

    /** The same message is to be written once more; the budget hears that this attempt is over. */
    Budget.Repeat repeated() {
        return permit.repeated();
    }

    /**
     * The budget hears how the post ended before anybody else does: a lock must hold before the next post is asked for.
     */
    void settleWith(Budget budget, PostResult result) {
        if (result instanceof PostFailure failure && failure.kind() == FailureKind.THROTTLED && failure.status() > 0) {
            budget.throttled(failure.retryAfter());
        }
        if (body.handedOver()) {
            permit.answered(result instanceof Receipt
                    || result instanceof PostFailure failure && failure.kind() == FailureKind.REJECTED);
        } else {
            permit.unused();
        }
    }

    private void sendHere(Handler<AsyncResult<HttpClientResponse>> answered) {
        HttpRequest<Buffer> request;
        try {
            request = host.address().post(host.web(), uri(), post.timeouts());
        } catch (Throwable noAddress) {
            // errors too: whoever waits must hear of it
            answered.handle(Future.failedFuture(noAddress));
            return;
        }
        body.send(request, host.timers(), post.timeouts(), answered);
    }

    private String uri() {
        return host.credentials() instanceof Credentials.WebhookToken webhook
                ? post.uri()
                        + (post.uri().indexOf('?') < 0 ? "?zapikey=" : "&zapikey=")
                        + URLEncoder.encode(webhook.zapikey(), StandardCharsets.UTF_8)
                : post.uri();
    }

    private PostResult read(Answer answer) {
        return host.answers().read(post, token, answer);
    }

    /**
     * The status of an answer whose body was cut off, or goes on for ever, still says that Cliq refused the message. Of
     * a success or a failure of Cliq's own, only the whole answer is believed.
     */
    private PostResult broken(Throwable failure) {
        HttpClientResponse head = body.head();
        boolean refused = head != null && head.statusCode() >= 300 && head.statusCode() < 500;
        return refused
                ? read(new Answer(
                        head.statusCode(),
                        head.headers(),
                        Buffer.buffer(),
                        body.said().length()))
                : lost(failure);
    }

    /** No answer: what is known of the message depends on whether a connection had taken its bytes. */
    private PostFailure lost(Throwable failure) {
        if (failure instanceof PostBody.LeaveLostException leave) {
            return PostFailure.refused(leave.refusal());
        }
        String text = ConnectionTrouble.textOf(failure);
        String safe = masked(withoutQuery(text));
        Throwable cause = safe.equals(text) ? failure : new IOException(safe);
        String address = host.options().baseUrl();
        int proxyRefusal = ConnectionTrouble.proxyRefusal(failure);
        if (proxyRefusal > 0) {
            return PostFailure.refusedByProxy(proxyRefusal, "no connection to " + address + ": " + safe, cause);
        }
        return body.handedOver()
                ? PostFailure.unanswered(Delivery.UNKNOWN, "the answer of " + address + " was lost: " + safe, cause)
                : PostFailure.unanswered(Delivery.NOT_DELIVERED, "no connection to " + address + ": " + safe, cause);
    }

    private String masked(String text) {
        return Secrets.masked(token.maskedIn(text), host.credentials().secrets());
    }

    /** Vert.x quotes the request in its time-outs, and a query may hold keys. */
    private String withoutQuery(String text) {
        int query = uri().indexOf('?');
        return query < 0 ? text : text.replace(uri().substring(query), "");
    }
}
