package io.github.camelcliq;

import io.github.camelcliq.client.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The machine's time, and a thread that calls when it has come. */
final class ScheduledTiming implements Timing {

    private final ScheduledExecutorService executor;

    ScheduledTiming(ScheduledExecutorService executor) {
        this.executor = executor;
    }

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
