package io.github.camelcliq.sandbox.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads a request's body, up to {@value #MOST_BYTES} bytes. Nothing of a longer body is kept. The rest is read and
 * dropped, so that a client that writes before it reads gets its answer.
 */
public final class RequestBody {

    /** Our choice, 1 MiB: the reference names no limit. The longest message that its rules allow is far shorter. */
    public static final int MOST_BYTES = 1024 * 1024;

    private final Handler<Buffer> whole;
    private final Runnable tooLong;
    private final int most;
    private Buffer read = Buffer.buffer();

    private RequestBody(Handler<Buffer> whole, Runnable tooLong, int most) {
        this.whole = whole;
        this.tooLong = tooLong;
        this.most = most;
    }

    /** Calls back exactly once, on the event loop, unless the connection ends first. */
    public static void read(HttpServerRequest request, Handler<Buffer> whole, Runnable tooLong) {
        RequestBody reader = new RequestBody(whole, tooLong, MOST_BYTES);
        request.handler(reader::add).endHandler(end -> reader.finish());
    }

    /**
     * Drops the body. Calls back exactly once, on the event loop, after a number of bytes or at the end of the body.
     */
    public static void discard(HttpServerRequest request, int bytes, Runnable enough) {
        RequestBody reader = new RequestBody(all -> enough.run(), enough, bytes - 1);
        request.handler(reader::add).endHandler(end -> reader.finish());
    }

    private void add(Buffer chunk) {
        if (read == null) {
            return;
        }
        if (read.length() + chunk.length() > most) {
            read = null;
            tooLong.run();
        } else {
            read.appendBuffer(chunk);
        }
    }

    private void finish() {
        if (read != null) {
            whole.handle(read);
        }
    }
}
