package io.github.camelcliq;

import io.github.camelcliq.client.Timing;
import io.github.camelcliq.client.VertxTiming;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's time, which a test moves on instead of waiting for tokens to grow old. */
final class SkippingTiming implements Timing {

    private final Timing machine;
    private final AtomicLong skipped = new AtomicLong();

    SkippingTiming(Vertx vertx) {
        machine = new VertxTiming(vertx, Clock.systemUTC());
    }

    void skip(Duration time) {
        skipped.addAndGet(time.toMillis());
    }

    @Override
    public Instant now() {
        return machine.now().plusMillis(skipped.get());
    }

    @Override
    public long millis() {
        return machine.millis() + skipped.get();
    }

    /** Alarms that are set already ring when they would have. */
    @Override
    public Alarm after(Duration delay, Runnable call) {
        return machine.after(delay, call);
    }
}
