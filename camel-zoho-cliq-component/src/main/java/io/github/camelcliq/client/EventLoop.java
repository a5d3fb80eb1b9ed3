package io.github.camelcliq.client;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.function.Supplier;

/** Event loops that are nobody else's context, for callers whose own may be about to block. */
final class EventLoop {

    private EventLoop() {}

    /**
     * A context on one of the event loops. Vert.x's public API gives the caller's own where there is one, which may be
     * that of a worker that is about to block.
     */
    static ContextInternal of(Vertx vertx) {
        return ((VertxInternal) vertx).createEventLoopContext();
    }

    /**
     * Makes a call right here, or on a loop where the caller is a worker: on the worker's context the answer would
     * queue behind whatever the worker does next, such as waiting for it.
     */
    static <T> Future<T> unlessOnOne(Context loop, Supplier<Future<T>> call) {
        Context caller = Vertx.currentContext();
        if (caller == null || caller.isEventLoopContext()) {
            return call.get();
        }
        Promise<T> answer = Promise.promise();
        loop.runOnContext(go -> call.get().onComplete(answer));
        return answer.future();
    }

    /** The caller's own context, or one that is made the caller's. */
    static ContextInternal here(Vertx vertx) {
        return ((VertxInternal) vertx).getOrCreateContext();
    }
}
