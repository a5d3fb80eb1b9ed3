package io.github.camelcliq.client;

import io.github.camelcliq.client.Budget.Refusal;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.impl.ClientPhase;
import io.vertx.ext.web.client.impl.HttpContext;
import io.vertx.ext.web.client.impl.WebClientInternal;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The bytes of one post, which remember whether they were handed to a connection: from then on nobody knows whether
 * Cliq has the message until it answers. They go out in one write, or not at all, where the leave to post was lost, or
 * the post given up, while waiting for the connection.
 *
 * <p>Web Client makes the request and gets its connection. What is written to that, and read from it, is no stream: it
 * takes no pipes there and back. It is a codec for Web Client to carry to where the request has its connection. Used on
 * one event loop only.
 */
final class PostBody implements BodyCodec<Buffer> {

    /** The least status of an answer that is final; Vert.x waits for more after 100 and 103 only. */
    private static final int OK = 200;

    /** HTTP's status of an answer that ends with its headers, and Cliq's for most posts. */
    private static final int NO_CONTENT = 204;

    private final Buffer bytes;
    private final RequestHeaders headers;
    private final AnswerBody said = new AnswerBody();
    private final Supplier<Optional<Refusal>> leaveLost;
    private Way way = Way.WAITING;
    private AnswerTimer timer;
    private HttpClientRequest request;

    /** How far the bytes came. */
    private enum Way {
        WAITING,
        HANDED_OVER,
        GIVEN_UP
    }

    /**
     * @param headers what the request says besides these bytes; put on it once it has its connection, since Web Client
     *     would copy them twice
     * @param leaveLost why they may no longer be written, asked as soon as they could be; empty where they may
     */
    PostBody(Buffer bytes, RequestHeaders headers, Supplier<Optional<Refusal>> leaveLost) {
        this.bytes = bytes;
        this.headers = headers;
        this.leaveLost = leaveLost;
    }

    /** Has a client hand over each request that {@link #send} made, once it has its connection. */
    static void takeOver(WebClient web) {
        ((WebClientInternal) web).addInterceptor(PostBody::takeOver);
    }

    private static void takeOver(HttpContext<?> context) {
        if (context.phase() == ClientPhase.SEND_REQUEST && context.request().bodyCodec() instanceof PostBody body) {
            body.writeOn(context.clientRequest());
        } else {
            context.next();
        }
    }

    /**
     * Sends it, once, on the event loop that its timers are of. The answer fails where none comes, or only a part of
     * one: then it is to be {@linkplain #abandon() abandoned}.
     *
     * @param post of a client that {@linkplain #takeOver(WebClient) hands over}
     * @param timeouts how long the answer may take
     * @param answered hears of the answer once, when all of it has come, on that event loop
     */
    void send(
            HttpRequest<Buffer> post,
            AnswerTimers timers,
            Timeouts timeouts,
            Handler<AsyncResult<HttpClientResponse>> answered) {
        timer = new AnswerTimer(timers, timeouts, said, answered);
        try {
            timer.start();
            // hears of a failure only: the answer is heard of here
            post.as(this).send(unsent -> timer.handle(Future.failedFuture(unsent.cause())));
        } catch (Throwable unsendable) {
            // Web Client throws, rather than fails, once it is closed; errors too: whoever waits must hear of it
            timer.handle(Future.failedFuture(unsendable));
        }
    }

    /** The body of the answer, as far as it came. */
    AnswerBody said() {
        return said;
    }

    /** Whether any byte may have left; once true it stays so. */
    boolean handedOver() {
        return way == Way.HANDED_OVER;
    }

    /**
     * Gives up: on the answer, so that the connection does not wait for it any longer; or, where there is no connection
     * yet, on ever being written.
     */
    void abandon() {
        if (way == Way.WAITING) {
            way = Way.GIVEN_UP;
        } else if (request != null) {
            request.reset();
        }
    }

    /** The answer's status and headers, which arrive before its body; {@code null} as long as they did not. */
    HttpClientResponse head() {
        return request == null ? null : request.response().result();
    }

    private void writeOn(HttpClientRequest connected) {
        request = connected;
        // Vert.x would log as an error that nobody handles a reset before the end of the request
        request.exceptionHandler(reset -> {});
        try {
            Optional<Refusal> refusal = leaveLost.get();
            if (refusal.isPresent()) {
                leave(new LeaveLostException(refusal.get()));
            } else if (way == Way.WAITING) {
                way = Way.HANDED_OVER;
                write();
            } else {
                leave(new GivenUpException());
            }
        } catch (Throwable failed) {
            // errors too, of a clock or a tracer of the application's for instance: whoever waits must hear of it
            leave(failed);
        }
    }

    /** In one piece, whose length goes before it. */
    private void write() {
        headers.putOn(request);
        request.end(bytes, this::written);
        // only now, or a reset for what end() throws would be heard of first
        request.response(this::read);
    }

    /**
     * From now on an answer may come; before, a slow upload is no silence. A failure is told later, since the request
     * is reset on it, and may not be within the very write that fails.
     */
    private void written(AsyncResult<Void> ended) {
        if (ended.succeeded()) {
            said.heard();
        } else {
            Vertx.currentContext().runOnContext(later -> timer.handle(Future.failedFuture(ended.cause())));
        }
    }

    private void read(AsyncResult<HttpClientResponse> head) {
        if (head.failed()) {
            timer.handle(head);
            return;
        }
        if (head.result().statusCode() < OK) {
            if (request.version() != HttpVersion.HTTP_2) {
                // the true answer is still to come, and the next post on this connection would take it for its own
                request.connection().close();
            }
            timer.handle(
                    Future.failedFuture(new UnfinishedException(head.result().statusCode())));
            return;
        }
        if (head.result().statusCode() != NO_CONTENT) {
            // what follows may take its time
            said.heard();
        }
        head.result()
                .exceptionHandler(broken -> timer.handle(Future.failedFuture(broken)))
                .handler(this::read)
                .endHandler(whole -> timer.handle(head));
    }

    private void read(Buffer part) {
        said.add(part);
        if (said.isTooLong()) {
            timer.handle(Future.failedFuture(new TooLongException()));
        }
    }

    private void leave(Throwable reason) {
        request.reset();
        if (request.version() == HttpVersion.HTTP_2) {
            // Vert.x never gives back a stream that was not opened, so that the connection would run out of them;
            // later, since others that waited for it are about to be written, and slowly, since they have time-outs
            Vertx.currentContext().runOnContext(later -> request.connection().shutdown(1, TimeUnit.HOURS));
        }
        timer.handle(Future.failedFuture(reason));
    }

    @Override
    public void create(Handler<AsyncResult<BodyStream<Buffer>>> handler) {
        handler.handle(Future.failedFuture("an answer is read without Web Client"));
    }

    /** The leave to post was lost between its being given and the connection's being there. */
    static final class LeaveLostException extends VertxException {

        private final transient Refusal refusal;

        private LeaveLostException(Refusal refusal) {
            super("the leave to post was lost before a connection was there", true);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /** An answer that is not the final one, or has a status that HTTP does not know. */
    private static final class UnfinishedException extends VertxException {

        private UnfinishedException(int status) {
            super("the status " + status + " is not that of a final answer", true);
        }
    }

    /** Nobody waits for the post any more. */
    private static final class GivenUpException extends VertxException {

        private GivenUpException() {
            super("the post was given up before a connection was there", true);
        }
    }

    /** The answer goes on for longer than anybody reads. */
    private static final class TooLongException extends VertxException {

        private TooLongException() {
            super("the answer is longer than " + AnswerBody.MOST_READ + " bytes", true);
        }
    }
}
