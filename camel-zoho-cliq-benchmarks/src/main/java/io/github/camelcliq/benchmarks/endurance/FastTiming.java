package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.internal.pacing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Time that runs {@value #SPEED} times as fast as that of the machine: a minute takes three seconds.
 *
 * @param origin when it showed the time of the machine, in milliseconds of the epoch
 * @param timer makes the calls
 */
record FastTiming(long origin, ScheduledExecutorService timer) implements Timing {

    static final int SPEED = 20;

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(origin + (System.currentTimeMillis() - origin) * SPEED);
    }

    @Override
    public long millis() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime()) * SPEED / 1_000;
    }

    @Override
    public Alarm after(Duration delay, Runnable call) {
        Future<?> scheduled = timer.schedule(call, delay.toNanos() / SPEED, TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }
}
