package io.github.camelcliq.internal.http;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * An event loop context that no caller shares, since the context of a caller may belong to a worker that blocks. Safe
 * for use by many threads.
 */
public final class EventLoop {

    private final Vertx vertx;
    private final Runnable closed;
    private final Deployed verticle = new Deployed();
    private final Promise<String> deployment = Promise.promise();
    private volatile boolean closing;

    /** @param closed called once if the owner closes the Vert.x instance; runs on an event loop and must not block */
    public EventLoop(Vertx vertx, Runnable closed) {
        this.vertx = vertx;
        this.closed = closed;
        // Vert.x closes what a verticle's thread made together with that verticle, and this thread may be one
        Runnable deploy = () -> Future.succeededFuture()
                .compose(begun -> vertx.deployVerticle(verticle))
                .onComplete(deployment);
        new Thread(deploy, "CliqEventLoop").start();
    }

    public Vertx vertx() {
        return vertx;
    }

    /**
     * Makes a call on the event loop, in a later turn of it.
     *
     * @return the future of the call; fails if the call throws, or if the Vert.x instance is closed
     */
    public <T> Future<T> call(Supplier<Future<T>> call) {
        return deployment.future().compose(id -> {
            Promise<T> result = Promise.promise();
            verticle.loop()
                    .runOnContext(there -> Future.succeededFuture()
                            .compose(begun -> call.get())
                            .onComplete(result));
            return result.future();
        });
    }

    /**
     * Gives the context back to its Vert.x.
     *
     * @param withItsVertx whether the caller is about to close the Vert.x, which does the same
     */
    public void close(boolean withItsVertx) {
        closing = true;
        if (!withItsVertx) {
            // compose keeps what a closed Vert.x throws
            deployment.future().compose(vertx::undeploy);
        }
    }

    private final class Deployed extends AbstractVerticle {

        Context loop() {
            return context;
        }

        @Override
        public void stop() {
            if (!closing) {
                closed.run();
            }
        }
    }
}
