package io.github.camelcliq.internal.pacing;

import java.time.Duration;
import java.time.Instant;

/**
 * The time an account lives by: pacing, locks and tokens read it and wait by it, and nothing else, so that a test can
 * hold it still and move it. Used from many threads.
 */
public interface Timing {

    /** The time of day, for what others date: HTTP dates. */
    Instant now();

    /** Milliseconds that only ever grow, from an arbitrary origin: what waits and windows are measured by. */
    long millis();

    /**
     * Calls once after a delay, on a thread that must not be blocked.
     *
     * @param delay not negative
     */
    Alarm after(Duration delay, Runnable call);

    /** A call that is still to come. */
    interface Alarm {

        /** Takes the call back; does nothing where it was made already. */
        void cancel();
    }
}
