package io.github.camelcliq.client;

import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time of the machine, with Vert.x's timers. */
public final class VertxTiming implements Timing {

    private final Vertx vertx;
    private final ContextInternal loop;
    private final Clock clock;

    public VertxTiming(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.loop = EventLoop.of(vertx);
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public Alarm after(Duration delay, Runnable call) {
        // not on the caller's context: a worker that waits for the call would keep it from being made
        long timer = loop.setTimer(Math.max(1, delay.toMillis()), fired -> call.run());
        return () -> vertx.cancelTimer(timer);
    }
}
