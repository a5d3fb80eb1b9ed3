package io.github.camelcliq.internal.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.codec.BodyCodec;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * One POST by Web Client, sent once. It tells whether a byte may have left. Once one may have, only an answer shows
 * whether the server has the request. Used on one event loop.
 */
public final class HttpPost {

    /**
     * The server's answer.
     *
     * @param status the HTTP status, from 200
     * @param body empty if it is missing, cut off or longer than 64 KiB
     * @param length the bytes of the body that arrived, kept or not
     * @param cutOffBy why the rest of the body did not arrive; {@code null} for a whole answer
     */
    public record Response(int status, MultiMap headers, Buffer body, int length, Throwable cutOffBy) {}

    /**
     * How long one request waits for the network.
     *
     * @param connect the wait for the connection, including the wait for a free one of the pool
     * @param read the longest silence on the wire, from the end of the request until its answer
     * @param total the time from sending the request to the end of the answer, including the wait for the connection
     */
    public record Timeouts(Duration connect, Duration read, Duration total) {}

    private final Vertx vertx;
    private final Buffer body;
    private final BooleanSupplier mayBeWritten;
    private final ResponseBody responseBody = new ResponseBody(this::heard);
    private final Promise<Response> response = Promise.promise();

    private Timeouts timeouts;
    private HttpClientRequest request;
    private boolean written;

    /** Not 0 at first, since 0 is the id of the first timer of a Vert.x. */
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
    public Future<Response> send(HttpRequest<Buffer> prepared, Timeouts timeouts) {
        this.timeouts = timeouts;
        long total = timeouts.total().toMillis();
        long timer =
                vertx.setTimer(total, late -> fail(new TimeoutException("no whole answer within " + total + " ms")));
        // in a future: a closed client throws, and an Error also ends the post
        Future.succeededFuture()
                .compose(begun -> prepared.connectTimeout(timeouts.connect().toMillis())
                        .followRedirects(false)
                        .putHeader(HttpHeaders.CONTENT_LENGTH.toString(), String.valueOf(body.length()))
                        .as(BodyCodec.pipe(responseBody, false))
                        .sendStream(new RequestBody(this::write)))
                .onSuccess(whole -> response.tryComplete(new Response(
                        whole.statusCode(), whole.headers(), responseBody.kept(), responseBody.length(), null)))
                .onFailure(this::fail);
        return response.future().onComplete(over -> {
            vertx.cancelTimer(timer);
            vertx.cancelTimer(silenceTimer);
        });
    }

    /** Returns whether a byte may have left; stays {@code true} once it is. */
    public boolean mayHaveLeft() {
        return written;
    }

    private void write(HttpClientRequest connected, Handler<AsyncResult<Void>> done) {
        request = connected;
        // without a handler Vert.x logs a reset as an error
        request.exceptionHandler(reset -> {});
        try {
            if (response.future().isComplete()) {
                request.reset();
            } else if (!mayBeWritten.getAsBoolean()) {
                fail(new VertxException("the request may no longer be written", true));
            } else {
                written = true;
                request.response().onSuccess(this::refuseUnfinished);
                // a slow upload does not count as silence; a failure is reported later, since it resets the request
                request.end(body)
                        .onSuccess(ended -> watch())
                        .onComplete(ended -> vertx.runOnContext(later -> done.handle(ended)));
            }
        } catch (Throwable failed) {
            // an Error of the application's clock or tracer also ends the post
            fail(failed);
        }
    }

    /** Watches for silence, because Web Client's own idle time-out ends with the head of the answer. */
    private void watch() {
        if (!response.future().isComplete()) {
            long silence = timeouts.read().toMillis();
            silenceTimer =
                    vertx.setTimer(silence, late -> fail(new TimeoutException("nothing came for " + silence + " ms")));
        }
    }

    /** Restarts the time of silence, unless it has not begun yet. */
    private void heard() {
        if (vertx.cancelTimer(silenceTimer)) {
            watch();
        }
    }

    /** Closes the connection. Otherwise the next request on it would get the final answer of this one. */
    private void refuseUnfinished(HttpClientResponse head) {
        heard();
        if (head.statusCode() < 200) {
            request.connection().close();
            fail(new VertxException("the status " + head.statusCode() + " is not that of a final answer", true));
        }
    }

    private void fail(Throwable cause) {
        HttpClientResponse head = request == null ? null : request.response().result();
        if (head != null && head.statusCode() >= 200) {
            response.tryComplete(
                    new Response(head.statusCode(), head.headers(), Buffer.buffer(), responseBody.length(), cause));
        } else {
            response.tryFail(cause);
        }
        if (request != null) {
            request.reset();
        }
    }
}
