package io.github.camelcliq.sandbox;

import io.vertx.core.Context;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has something done on an event loop soon, once for however many times it was asked. Safe from any thread. */
final class LoopSignal implements Runnable {

    private final Context loop;
    private final Runnable step;
    private final AtomicBoolean due = new AtomicBoolean();

    LoopSignal(Context loop, Runnable step) {
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
