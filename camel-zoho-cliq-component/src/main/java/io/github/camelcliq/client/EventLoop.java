package io.github.camelcliq.client;

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
     * Whether what is called here stays on a loop. On its bare thread, which has no context, Web Client would take
     * another of Vert.x's loops.
     */
    private static boolean isHere(ContextInternal loop) {
        return loop.inThread() && Vertx.currentContext() != null;
    }

    /** Makes a call on a loop: right here, where this is its thread. A call that throws there fails the future. */
    static <T> Future<T> on(ContextInternal loop, Supplier<Future<T>> call) {
        if (isHere(loop)) {
            return call.get();
        }
        Promise<T> answer = Promise.promise();
        loop.runOnContext(
                there -> Future.succeededFuture().compose(begun -> call.get()).onComplete(answer));
        return answer.future();
    }
}
