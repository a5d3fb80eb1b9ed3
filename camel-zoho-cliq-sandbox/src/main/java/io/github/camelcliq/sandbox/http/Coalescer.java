package io.github.camelcliq.sandbox.http;

import io.vertx.core.Context;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a task on an event loop soon, once for all calls until then. Safe from any thread. */
public final class Coalescer implements Runnable {

    private final Context loop;
    private final Runnable step;
    private final AtomicBoolean due = new AtomicBoolean();

    public Coalescer(Context loop, Runnable step) {
        this.loop = loop;
        this.step = step;
    }

    @Override
    public void run() {
        if (due.compareAndSet(false, true)) {
            loop.runOnContext(now -> {
                due.set(false);
                step.run();
            });
        }
    }
}
