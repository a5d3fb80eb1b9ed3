package io.github.camelcliq;

import io.github.camelcliq.internal.account.ScheduledTiming;
import io.github.camelcliq.internal.pacing.ShiftedTiming;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The machine's time, which a test moves on instead of waiting for tokens to grow old. Alarms that are set already ring
 * when they would have.
 */
final class SkippingTiming extends ShiftedTiming implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final AtomicLong skipped;

    SkippingTiming() {
        this(Executors.newSingleThreadScheduledExecutor(), new AtomicLong());
    }

    private SkippingTiming(ScheduledExecutorService timer, AtomicLong skipped) {
        super(new ScheduledTiming(timer), skipped::get);
        this.timer = timer;
        this.skipped = skipped;
    }

    void skip(Duration time) {
        skipped.addAndGet(time.toMillis());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
