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
import io.vertx.core.streams.Pipe;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The bytes of one post, which remember whether they were handed to a connection: from then on nobody knows whether
 * Cliq has the message until it answers. Web Client asks for the pipe to be connected only once it has a connection,
 * and the whole body then goes out in one write; or not at all, where the leave to post was lost, or the post given up,
 * while waiting for the connection. Used on one event loop only.
 */
final class PostBody implements ReadStream<Buffer>, Pipe<Buffer> {

    private final Buffer bytes;
    private final RequestHeaders headers;
    private final AnswerBody said = new AnswerBody();
    private final Supplier<Optional<Refusal>> leaveLost;
    private Way way = Way.WAITING;
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

    /**
     * Sends it, once, on the event loop that its timers are of. The answer fails where none comes, or only a part of
     * one: then it is to be {@linkplain #abandon() abandoned}.
     *
     * @param timeouts how long the answer may take
     * @param answered hears of the answer once, on that event loop
     */
    void send(
            HttpRequest<Buffer> post,
            AnswerTimers timers,
            Timeouts timeouts,
            Handler<AsyncResult<HttpResponse<Buffer>>> answered) {
        AnswerTimer timer = new AnswerTimer(timers, timeouts, said, answered);
        try {
            timer.start();
            post.as(said).sendStream(this, timer);
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

    @Override
    public Pipe<Buffer> pipe() {
        return this;
    }

    @Override
    public void to(WriteStream<Buffer> connection, Handler<AsyncResult<Void>> written) {
        request = (HttpClientRequest) connection;
        try {
            Optional<Refusal> refusal = leaveLost.get();
            if (refusal.isPresent()) {
                leave(new LeaveLostException(refusal.get()), written);
            } else if (way == Way.WAITING) {
                way = Way.HANDED_OVER;
                write(written);
            } else {
                leave(new GivenUpException(), written);
            }
        } catch (Throwable failed) {
            // errors too, of a clock of the application's for instance: whoever waits must hear of it
            leave(failed, written);
        }
    }

    /** In one piece, whose length goes before it. */
    private void write(Handler<AsyncResult<Void>> written) {
        said.expect();
        request.setChunked(false);
        headers.putOn(request);
        request.end(bytes, ended -> tell(written, ended));
    }

    /** Later, since Web Client resets the request on a failure, and may not do so within the very write that fails. */
    private static void tell(Handler<AsyncResult<Void>> written, AsyncResult<Void> ended) {
        if (ended.succeeded()) {
            written.handle(ended);
        } else {
            Vertx.currentContext().runOnContext(later -> written.handle(ended));
        }
    }

    private void leave(Throwable reason, Handler<AsyncResult<Void>> written) {
        // Web Client resets it, which Vert.x would log as an error nobody handles
        request.exceptionHandler(reset -> {});
        written.handle(Future.failedFuture(reason));
    }

    @Override
    public void close() {
        // no connection was had: there is nothing to take back
    }

    @Override
    public Pipe<Buffer> endOnFailure(boolean end) {
        return this;
    }

    @Override
    public Pipe<Buffer> endOnSuccess(boolean end) {
        return this;
    }

    @Override
    public Pipe<Buffer> endOnComplete(boolean end) {
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        return this;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        return this;
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

    /** Nobody waits for the post any more. */
    private static final class GivenUpException extends VertxException {

        private GivenUpException() {
            super("the post was given up before a connection was there", true);
        }
    }
}
