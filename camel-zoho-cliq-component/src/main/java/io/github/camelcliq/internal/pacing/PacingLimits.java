package io.github.camelcliq.internal.pacing;

import java.time.Duration;

/**
 * Cliq's limits of rate for one user.
 *
 * @param posts posts in a window; Cliq's messages and bots references: 50
 * @param restricted posts in a window that have a card or slides, or go to a thread, and count against {@code posts}
 *     too; Cliq's message cards, formats and threads references: 20 (another page says 50 for threads)
 * @param window the window, sliding; Cliq's: one minute
 */
public record PacingLimits(int posts, int restricted, Duration window) {

    /** As Cliq documents them. */
    public static final PacingLimits OF_CLIQ = new PacingLimits(50, 20, Duration.ofMinutes(1));

    /**
     * No limits, for posts that are paced elsewhere: only the order within a chat is kept, and no throttle begins a
     * lock.
     */
    public static final PacingLimits NONE =
            new PacingLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ofMillis(1));

    public PacingLimits {
        if (posts < 1 || restricted < 1) {
            throw new IllegalArgumentException("limits must be at least 1, were " + posts + " and " + restricted);
        }
        if (window.toMillis() < 1) {
            throw new IllegalArgumentException("the window must be at least 1 ms, was " + window);
        }
    }
}
