package io.github.camelcliq.client;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;

/**
 * Collects the body of one answer, as far as anybody reads it: Cliq's own answers are short, and what comes from
 * something in between must fill neither the heap nor the time of an event loop.
 */
final class AnswerBody implements BodyCodec<Buffer>, BodyStream<Buffer> {

    /** More than this is no answer of Cliq's: it is counted, and not kept. */
    private static final int MOST_KEPT = 64 * 1024;

    /** More than this is not waited for. */
    private static final int MOST_READ = 1024 * 1024;

    /** Never added to: most answers have no body. */
    private static final Buffer NOTHING = Buffer.buffer();

    /** Web Client asks for the body once it has come to its end; whoever reads it asks {@link #readable()}. */
    private static final Future<Buffer> ENDED = Future.succeededFuture(NOTHING);

    private Buffer kept = NOTHING;
    private int length;
    private volatile boolean expected;
    private volatile long lastHeard;

    /** The question went out: from now on an answer may come. */
    void expect() {
        lastHeard = System.nanoTime();
        expected = true;
    }

    /** For how long nothing of it has come, in nanoseconds; 0 as long as nobody asked for it. */
    long silence(long now) {
        return expected ? now - lastHeard : 0;
    }

    /** How long the body is, as far as it was read, in bytes. */
    int length() {
        return length;
    }

    /** The body, or nothing where it is longer than any answer of Cliq's. */
    Buffer readable() {
        return length <= MOST_KEPT ? kept : NOTHING;
    }

    @Override
    public void create(Handler<AsyncResult<BodyStream<Buffer>>> handler) {
        lastHeard = System.nanoTime();
        handler.handle(Future.succeededFuture(this));
    }

    @Override
    public Future<Buffer> result() {
        return ENDED;
    }

    @Override
    public Future<Void> write(Buffer part) {
        lastHeard = System.nanoTime();
        length += part.length();
        if (length <= MOST_KEPT) {
            kept = (kept == NOTHING ? Buffer.buffer(part.length()) : kept).appendBuffer(part);
        }
        return length <= MOST_READ ? Future.succeededFuture() : Future.failedFuture(new TooLongException());
    }

    @Override
    public void write(Buffer part, Handler<AsyncResult<Void>> handler) {
        write(part).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        handler.handle(Future.succeededFuture());
    }

    @Override
    public void handle(Throwable failure) {
        // who waits for the answer hears of it from Web Client
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
        return this;
    }

    /** The answer goes on for longer than anybody reads. */
    static final class TooLongException extends VertxException {

        private TooLongException() {
            super("the answer is longer than " + MOST_READ + " bytes", true);
        }
    }
}
