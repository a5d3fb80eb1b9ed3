package io.github.camelcliq.sandbox.function;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Posts clicks to functions and reads their answers. It limits the time and the size of an answer. It follows no
 * redirects. No thread waits.
 */
public final class FunctionCaller {

    /** Our choice, 256 KiB: the reference names no limit. */
    static final int MOST_BYTES = 256 * 1024;

    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_WAITING = 1_000;

    private final Vertx vertx;
    private final Duration timeout;
    private HttpClient client;

    /** @param timeout how long an answer may take, from the attempt to connect to its last byte */
    public FunctionCaller(Vertx vertx, Duration timeout) {
        this.vertx = vertx;
        this.timeout = timeout;
    }

    Duration timeout() {
        return timeout;
    }

    /**
     * Posts a body.
     *
     * @return the answer; fails with a {@link TimeoutException} if it takes too long, and with a
     *     {@link TooLargeException} if it is too large
     */
    Future<Reply> post(URI url, Map<String, String> headers, byte[] body) {
        Call call = new Call();
        call.begin(url, headers, body);
        return call.reply.future();
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = vertx.createHttpClient(new HttpClientOptions()
                    .setConnectTimeout((int) Math.min(timeout.toMillis(), Integer.MAX_VALUE))
                    .setMaxPoolSize(MOST_CONNECTIONS)
                    .setMaxWaitQueueSize(MOST_WAITING));
        }
        return client;
    }

    /**
     * The answer of a function. * @param status the HTTP status
     *
     * @param body the whole body
     */
    record Reply(int status, byte[] body) {}

    /** The answer is larger than {@value #MOST_BYTES} bytes. */
    static final class TooLargeException extends Exception {

        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("larger than " + MOST_BYTES + " bytes", null, false, false);
        }
    }

    /** One request. Lives on one event loop, except for its start. */
    private final class Call {

        private final Promise<Reply> reply = Promise.promise();
        private final Buffer read = Buffer.buffer();

        void begin(URI url, Map<String, String> headers, byte[] body) {
            long timer = vertx.setTimer(
                    timeout.toMillis(), late -> reply.tryFail(new TimeoutException("no answer in time")));
            reply.future().onComplete(over -> vertx.cancelTimer(timer));
            client().request(options(url, headers))
                    .onSuccess(request -> send(request, body))
                    .onFailure(reply::tryFail);
        }

        private static RequestOptions options(URI url, Map<String, String> headers) {
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setAbsoluteURI(url.toASCIIString())
                    .setFollowRedirects(false);
            headers.forEach(options::putHeader);
            return options;
        }

        private void send(HttpClientRequest request, byte[] body) {
            // an error of a request that has ended already is not logged
            request.exceptionHandler(reply::tryFail);
            // a request that gave up, or whose answer is too large, closes its connection
            reply.future().onFailure(over -> request.reset());
            if (!reply.future().isComplete()) {
                request.send(Buffer.buffer(body)).onSuccess(this::read).onFailure(reply::tryFail);
            }
        }

        private void read(HttpClientResponse response) {
            response.exceptionHandler(reply::tryFail)
                    .handler(this::add)
                    .endHandler(end -> reply.tryComplete(new Reply(response.statusCode(), read.getBytes())));
        }

        private void add(Buffer piece) {
            if (read.length() + piece.length() > MOST_BYTES) {
                reply.tryFail(new TooLargeException());
            } else {
                read.appendBuffer(piece);
            }
        }
    }
}
