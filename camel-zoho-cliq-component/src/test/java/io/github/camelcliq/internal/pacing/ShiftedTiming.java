package io.github.camelcliq.internal.pacing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** A time that is ahead of another one. Alarms ring as those of the other one. */
public class ShiftedTiming implements Timing {

    private final Timing timing;
    private final LongSupplier aheadMillis;

    /** @param aheadMillis asked for each look at the time */
    public ShiftedTiming(Timing timing, LongSupplier aheadMillis) {
        this.timing = timing;
        this.aheadMillis = aheadMillis;
    }

    @Override
    public Instant now() {
        return timing.now().plusMillis(aheadMillis.getAsLong());
    }

    @Override
    public long millis() {
        return timing.millis() + aheadMillis.getAsLong();
    }

    @Override
    public Alarm after(Duration delay, Runnable call) {
        return timing.after(delay, call);
    }
}
