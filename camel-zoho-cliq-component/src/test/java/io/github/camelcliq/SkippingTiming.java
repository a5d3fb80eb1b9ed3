package io.github.camelcliq;

import io.github.camelcliq.internal.account.ScheduledTiming;
import io.github.camelcliq.internal.pacing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's time, which a test moves on instead of waiting for tokens to grow old. */
final class SkippingTiming implements Timing, AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Timing machine = new ScheduledTiming(timer);
    private final AtomicLong skipped = new AtomicLong();

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

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
