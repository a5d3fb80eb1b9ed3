package io.github.camelcliq.internal.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;

/**
 * Collects the body of one answer up to a limit, since an answer from a proxy must not fill the heap. Used on one event
 * loop.
 */
final class ResponseBody implements WriteStream<Buffer> {

    /** In bytes. Cliq's answers are shorter; a longer body is counted and not kept. */
    private static final int MAX_KEPT = 64 * 1024;

    /** In bytes. A longer body is not read to its end. */
    private static final int MAX_READ = 1024 * 1024;

    private final Runnable heard;
    private Buffer kept = Buffer.buffer();
    private int length;

    /** @param heard called when a part arrives */
    ResponseBody(Runnable heard) {
        this.heard = heard;
    }

    /** Returns the body; an empty buffer if the body is longer than {@link #MAX_KEPT}. */
    Buffer kept() {
        return kept;
    }

    /** Returns the number of bytes that arrived, kept or not. */
    int length() {
        return length;
    }

    /** Adds one part. The future fails if the body gets longer than {@link #MAX_READ}. */
    @Override
    public Future<Void> write(Buffer part) {
        heard.run();
        length += part.length();
        kept = length <= MAX_KEPT ? kept.appendBuffer(part) : Buffer.buffer();
        return length <= MAX_READ
                ? Future.succeededFuture()
                : Future.failedFuture(new VertxException("the answer is longer than " + MAX_READ + " bytes", true));
    }

    @Override
    public void write(Buffer part, Handler<AsyncResult<Void>> written) {
        write(part).onComplete(written);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> ended) {
        ended.handle(Future.succeededFuture());
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public ResponseBody setWriteQueueMaxSize(int size) {
        return this;
    }

    @Override
    public ResponseBody drainHandler(Handler<Void> drained) {
        return this;
    }

    @Override
    public ResponseBody exceptionHandler(Handler<Throwable> failed) {
        return this;
    }
}
