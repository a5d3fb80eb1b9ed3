package io.github.camelcliq.client;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
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

    private final Buffer kept = Buffer.buffer();
    private final Promise<Buffer> whole = Promise.promise();
    private int length;

    /** How long the body is, as far as it was read, in bytes. */
    int length() {
        return length;
    }

    /** The body, or nothing where it is longer than any answer of Cliq's. */
    Buffer readable() {
        return length <= MOST_KEPT ? kept : Buffer.buffer();
    }

    @Override
    public void create(Handler<AsyncResult<BodyStream<Buffer>>> handler) {
        handler.handle(Future.succeededFuture(this));
    }

    @Override
    public Future<Buffer> result() {
        return whole.future();
    }

    @Override
    public Future<Void> write(Buffer part) {
        length += part.length();
        if (length <= MOST_KEPT) {
            kept.appendBuffer(part);
        }
        return length <= MOST_READ ? Future.succeededFuture() : Future.failedFuture(new TooLongException());
    }

    @Override
    public void write(Buffer part, Handler<AsyncResult<Void>> handler) {
        write(part).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        whole.tryComplete(kept);
        handler.handle(Future.succeededFuture());
    }

    /** A failed response must not leave its body waiting. */
    @Override
    public void handle(Throwable failure) {
        whole.tryFail(failure);
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
