package io.github.camelcliq.internal.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.streams.Pipe;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import java.util.function.BiConsumer;

/**
 * A body that learns when its request has a connection, before a byte is written. Web Client passes the request to the
 * pipe of a stream then. No other part of its public API does so.
 */
final class RequestBody implements ReadStream<Buffer>, Pipe<Buffer> {

    private final BiConsumer<HttpClientRequest, Handler<AsyncResult<Void>>> connected;

    /** @param connected takes the request, and a handler to call when all of it is written */
    RequestBody(BiConsumer<HttpClientRequest, Handler<AsyncResult<Void>>> connected) {
        this.connected = connected;
    }

    @Override
    public Pipe<Buffer> pipe() {
        return this;
    }

    @Override
    public void to(WriteStream<Buffer> request, Handler<AsyncResult<Void>> written) {
        connected.accept((HttpClientRequest) request, written);
    }

    // the other methods of a stream and of a pipe: Web Client does not use them, or they change nothing here

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
    public void close() {}

    @Override
    public RequestBody exceptionHandler(Handler<Throwable> failed) {
        return this;
    }

    @Override
    public RequestBody handler(Handler<Buffer> part) {
        return this;
    }

    @Override
    public RequestBody pause() {
        return this;
    }

    @Override
    public RequestBody resume() {
        return this;
    }

    @Override
    public RequestBody fetch(long amount) {
        return this;
    }

    @Override
    public RequestBody endHandler(Handler<Void> ended) {
        return this;
    }
}
