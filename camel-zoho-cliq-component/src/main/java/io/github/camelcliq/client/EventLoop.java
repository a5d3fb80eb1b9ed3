package io.github.camelcliq.client;

import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/** Event loops that are nobody else's context. */
final class EventLoop {

    private EventLoop() {}

    /**
     * A context on one of the event loops. Vert.x's public API gives the caller's own where there is one, which may be
     * that of a worker that is about to block.
     */
    static ContextInternal of(Vertx vertx) {
        return ((VertxInternal) vertx).createEventLoopContext();
    }
}
