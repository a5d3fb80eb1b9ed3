package io.github.camelcliq.internal.account;

import io.github.camelcliq.internal.pacing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The time of the machine, with a thread that makes each call at its time.
 *
 * @param executor shut down by its owner; it rejects later calls
 */
public record ScheduledTiming(ScheduledExecutorService executor) implements Timing {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public Alarm after(Duration delay, Runnable call) {
        Future<?> scheduled = executor.schedule(call, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    }
}
