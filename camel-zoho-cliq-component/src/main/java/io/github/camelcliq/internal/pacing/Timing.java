package io.github.camelcliq.internal.pacing;

import java.time.Duration;
import java.time.Instant;

/**
 * The only clock of an account, for pacing, locks and tokens. So a test can stop and move the time. Safe for use by
 * many threads.
 */
public interface Timing {

    /** Returns the time of day, to compare it with HTTP dates. */
    Instant now();

    /** Returns milliseconds from an arbitrary origin, for waits and windows. They never decrease. */
    long millis();

    /**
     * Makes a call once after a delay, on a thread that the call must not block.
     *
     * @param delay not negative
     */
    Alarm after(Duration delay, Runnable call);

    /** A scheduled call. */
    interface Alarm {

        /** Cancels the call. Does nothing if the call was made already. */
        void cancel();
    }
}
