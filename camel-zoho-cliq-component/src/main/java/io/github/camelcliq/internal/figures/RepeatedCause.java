package io.github.camelcliq.internal.figures;

import java.time.Duration;

/**
 * Counts how often one cause occurs, so that the log tells it at once and then rarely: after a minute, and after twice
 * the time each time, up to an hour. A cause that has not occurred for so long is told at once again.
 */
final class RepeatedCause {

    /** Our choice. */
    private static final long FIRST_PAUSE = Duration.ofMinutes(1).toMillis();

    /** Our choice. */
    private static final long MAX_PAUSE = Duration.ofHours(1).toMillis();

    // guarded by this
    private long pause;
    private long silentUntil;
    private long untold;

    /** Counts the cause. Returns how often it occurred since it was last told; 0 if it is not to be told now. */
    synchronized long occurred(long now) {
        untold++;
        if (pause > 0 && now < silentUntil) {
            return 0;
        }
        pause = pause == 0 || now >= silentUntil + pause ? FIRST_PAUSE : Math.min(2 * pause, MAX_PAUSE);
        silentUntil = now + pause;
        long told = untold;
        untold = 0;
        return told;
    }
}
