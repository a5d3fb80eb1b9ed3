package io.github.camelcliq.internal.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.codec.BodyCodec;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * One POST by Web Client, sent once. It knows whether a byte may have left: after that, only an answer shows whether
 * the server has the request. Used on one event loop.
 */
public final class HttpPost {

    /** The lowest status of a final answer. */
    private static final int OK = 200;

    private final Vertx vertx;
    private final Buffer body;
    private final BooleanSupplier mayBeWritten;
    private final AnswerBody answerBody = new AnswerBody();
    private final Promise<HttpAnswer> answer = Promise.promise();

    private HttpClientRequest request;
    private boolean written;

    /** Not 0 at first: the first timer of a Vert.x has that id. */
    private long silenceTimer = -1;

    /**
     * @param vertx the Vert.x of the event loop
     * @param body the bytes to send; not changed after this
     * @param mayBeWritten asked once, when there is a connection; if it returns {@code false}, no byte is written
     */
    public HttpPost(Vertx vertx, Buffer body, BooleanSupplier mayBeWritten) {
        this.vertx = vertx;
        this.body = body;
        this.mayBeWritten = mayBeWritten;
    }

    /**
     * Sends the request. Must be called on an event loop, once.
     *
     * @param prepared the address and the headers, without the length of the body
     * @return succeeds with the answer, even if it was cut off after its status; fails if no final status arrived
     */
    public Future<HttpAnswer> send(HttpRequest<Buffer> prepared, Timeouts timeouts) {
        long total = timeouts.total().toMillis();
        long timer =
                vertx.setTimer(total, late -> fail(new TimeoutException("no whole answer within " + total + " ms")));
        try {
            prepared.connectTimeout(timeouts.connect().toMillis())
                    .followRedirects(false)
                    .putHeader(HttpHeaders.CONTENT_LENGTH.toString(), String.valueOf(body.length()))
                    .as(BodyCodec.pipe(answerBody, false))
                    .sendStream(new RequestBody((connected, done) -> write(connected, timeouts, done)))
                    .onSuccess(this::succeed)
                    .onFailure(this::fail);
        } catch (Throwable unsendable) {
            // a closed client throws; an Error also ends the post
            fail(unsendable);
        }
        return answer.future().onComplete(over -> {
            vertx.cancelTimer(timer);
            vertx.cancelTimer(silenceTimer);
        });
    }

    /** Returns whether a byte may have left; stays {@code true} once it is. */
    public boolean mayHaveLeft() {
        return written;
    }

    private void write(HttpClientRequest connected, Timeouts timeouts, Handler<AsyncResult<Void>> done) {
        request = connected;
        // without a handler Vert.x logs a reset as an error
        request.exceptionHandler(reset -> {});
        try {
            if (answer.future().isComplete()) {
                request.reset();
            } else if (!mayBeWritten.getAsBoolean()) {
                fail(new VertxException("the request may no longer be written", true));
            } else {
                written = true;
                request.response().onSuccess(this::refuseUnfinished);
                // a slow upload does not count as silence; a failure is reported later, since it resets the request
                request.end(body)
                        .onSuccess(ended -> {
                            answerBody.heard();
                            watch(timeouts.read());
                        })
                        .onComplete(ended -> vertx.runOnContext(later -> done.handle(ended)));
            }
        } catch (Throwable failed) {
            // an Error of the application's clock or tracer also ends the post
            fail(failed);
        }
    }

    /** Watches for silence, because Web Client's own idle time-out ends with the head of the answer. */
    private void watch(Duration silence) {
        Duration left = silence.minus(answerBody.silence());
        if (answer.future().isComplete()) {
            return;
        }
        if (left.isNegative() || left.isZero()) {
            fail(new TimeoutException("nothing came for " + silence.toMillis() + " ms"));
        } else {
            silenceTimer = vertx.setTimer(left.toMillis() + 1, later -> watch(silence));
        }
    }

    /** Closes the connection, since the next request on it would take the final answer for its own. */
    private void refuseUnfinished(HttpClientResponse head) {
        answerBody.heard();
        if (head.statusCode() < OK) {
            request.connection().close();
            fail(new VertxException("the status " + head.statusCode() + " is not that of a final answer", true));
        }
    }

    private void succeed(HttpResponse<Void> whole) {
        answer.tryComplete(
                new HttpAnswer(whole.statusCode(), whole.headers(), answerBody.kept(), answerBody.length(), null));
    }

    private void fail(Throwable cause) {
        HttpClientResponse head = request == null ? null : request.response().result();
        if (head != null && head.statusCode() >= OK) {
            answer.tryComplete(
                    new HttpAnswer(head.statusCode(), head.headers(), Buffer.buffer(), answerBody.length(), cause));
        } else {
            answer.tryFail(cause);
        }
        if (request != null) {
            request.reset();
        }
    }
}
