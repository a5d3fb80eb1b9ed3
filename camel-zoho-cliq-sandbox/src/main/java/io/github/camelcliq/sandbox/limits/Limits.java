package io.github.camelcliq.sandbox.limits;

import java.time.Duration;

/**
 * How often one user may post, and how long nothing is taken from a user who posted more often. The window slides: it
 * ends at each post, and a post exactly one window old has left it.
 *
 * @param posts how many posts of any kind are taken in a window; at least 1
 * @param restricted how many of them may hold a card or slides, or go into a thread; at least 1
 * @param window the window; more than nothing
 * @param lock how long everything is refused once either number is exceeded; more than nothing
 */
public record Limits(int posts, int restricted, Duration window, Duration lock) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    // the messages, bots, message cards, message formats and threads pages agree on it
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /**
     * As documented: 50 posts a minute (messages and bots pages), of which 20 with a card, with slides or into a thread
     * (message cards, message formats and threads pages); beyond it a lock of ten minutes. That the two kinds share a
     * window is our choice: whether Cliq keeps one bucket or several is not known.
     */
    public static final Limits OF_CLIQ = new Limits(50, 20, MINUTE, TEN_MINUTES);

    /** Nobody posts too often. A lock that is put in force by hand still holds. */
    public static final Limits OFF = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, MINUTE, TEN_MINUTES);

    /** Refuses what is no limit. */
    public Limits {
        if (posts < 1 || restricted < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + Math.min(posts, restricted));
        }
        refuseNothing("window", window);
        refuseNothing("lock", lock);
    }

    /** The same limits in another window, the lock scaled with it: {@code OF_CLIQ} in 6 s locks for one minute. */
    public Limits scaledTo(Duration otherWindow) {
        refuseNothing("window", otherWindow);
        double scale = (double) otherWindow.toNanos() / window.toNanos();
        return new Limits(posts, restricted, otherWindow, Duration.ofNanos(Math.round(lock.toNanos() * scale)));
    }

    private static void refuseNothing(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("the " + name + " is longer than nothing, not " + duration);
        }
    }
}
