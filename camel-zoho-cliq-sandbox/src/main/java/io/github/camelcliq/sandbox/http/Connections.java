package io.github.camelcliq.sandbox.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of a server. It counts them, and closes those without a request under way for too long, even if half
 * a head was sent. Lives on one event loop; the count can be read from any thread.
 */
public final class Connections {

    private final Vertx vertx;
    private final Duration idleTimeout;
    private final Map<HttpConnection, Watched> watched = new IdentityHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    /** @param idleTimeout how long a connection may be open without a request under way */
    public Connections(Vertx vertx, Duration idleTimeout) {
        this.vertx = vertx;
        this.idleTimeout = idleTimeout;
    }

    /** Returns how many are open. */
    public int open() {
        return open.get();
    }

    /** Watches a connection until it is closed. */
    public void opened(HttpConnection connection) {
        Watched opened = new Watched(connection);
        open.incrementAndGet();
        watched.put(connection, opened);
        opened.waitForRequest();
        connection.closeHandler(closed -> closed(opened));
    }

    /** Counts a request as under way, and passes it on once the answers before it are written. */
    public void take(RoutingContext context) {
        Watched connection = watched.get(context.request().connection());
        if (connection == null) {
            // closed meanwhile: no client waits for an answer
            return;
        }
        connection.requestBegins();
        context.addEndHandler(ended -> connection.requestEnds());
        whenWritten(context.request(), context.response(), context::next);
    }

    /**
     * Waits until earlier answers are written. A client that sends requests and reads no answers would otherwise fill
     * the memory.
     */
    private static void whenWritten(HttpServerRequest request, HttpServerResponse response, Runnable goOn) {
        if (!response.writeQueueFull()) {
            goOn.run();
            return;
        }
        request.pause();
        response.drainHandler(drained -> {
            response.drainHandler(null);
            request.resume();
            goOn.run();
        });
    }

    private void closed(Watched connection) {
        connection.stopWaiting();
        watched.remove(connection.connection);
        open.decrementAndGet();
    }

    private final class Watched {

        private final HttpConnection connection;
        private int requests;
        private long timer;

        Watched(HttpConnection connection) {
            this.connection = connection;
        }

        void requestBegins() {
            requests++;
            stopWaiting();
        }

        void requestEnds() {
            requests--;
            if (requests == 0 && watched.containsKey(connection)) {
                waitForRequest();
            }
        }

        void waitForRequest() {
            timer = vertx.setTimer(idleTimeout.toMillis(), late -> connection.close());
        }

        void stopWaiting() {
            vertx.cancelTimer(timer);
        }
    }
}
