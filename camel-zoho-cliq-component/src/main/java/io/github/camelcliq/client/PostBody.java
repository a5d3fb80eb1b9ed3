package io.github.camelcliq.client;

import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.Pipe;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;

/**
 * The bytes of one post, which remember whether they were handed to a connection: from then on nobody knows whether
 * Cliq has the message until it answers. Web Client asks for the pipe to be connected only once it has a connection,
 * and the whole body then goes out in one write.
 */
final class PostBody implements ReadStream<Buffer>, Pipe<Buffer> {

    private final Buffer bytes;
    private volatile boolean handedOver;

    PostBody(Buffer bytes) {
        this.bytes = bytes;
    }

    /** Whether any byte may have left; once true it stays so. */
    boolean handedOver() {
        return handedOver;
    }

    @Override
    public Pipe<Buffer> pipe() {
        return this;
    }

    @Override
    public void to(WriteStream<Buffer> connection, Handler<AsyncResult<Void>> written) {
        handedOver = true;
        connection.end(bytes, written);
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
}
