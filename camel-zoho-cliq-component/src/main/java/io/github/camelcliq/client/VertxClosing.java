package io.github.camelcliq.client;

import io.vertx.core.Closeable;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/**
 * Hears that a Vert.x is closed by whoever owns it. From then on no timer of it rings, so that what waits for one would
 * wait for ever.
 */
public final class VertxClosing implements AutoCloseable {

    private final VertxInternal vertx;
    private final Closeable hook;

    /** @param call made once, while the loops still run, on the thread that closes; it must not block */
    public VertxClosing(Vertx vertx, Runnable call) {
        this.vertx = (VertxInternal) vertx;
        this.hook = closed -> {
            call.run();
            closed.complete();
        };
        this.vertx.addCloseHook(hook);
    }

    /** Listens no longer. */
    @Override
    public void close() {
        vertx.removeCloseHook(hook);
    }
}
