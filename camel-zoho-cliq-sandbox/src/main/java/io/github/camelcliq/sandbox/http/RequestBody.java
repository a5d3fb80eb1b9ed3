package io.github.camelcliq.sandbox.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads a request's body, up to {@value #MOST_BYTES} bytes; of a longer one nothing is kept, and what is still to come
 * is thrown away as it comes, so that a client that writes before it reads gets its answer.
 */
public final class RequestBody {

    /** Our choice, 1 MiB: the reference names no limit, and the longest message of its rules is far below. */
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

    /** Calls back exactly once, on the event loop, when so many bytes have arrived, or all there are. */
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
