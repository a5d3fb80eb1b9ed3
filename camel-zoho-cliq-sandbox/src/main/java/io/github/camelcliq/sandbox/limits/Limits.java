package io.github.camelcliq.sandbox.limits;

import java.time.Duration;

/**
 * How often one user may post, and how long a user is locked out who posts more often. The window slides: it ends at
 * each post, and a post exactly one window old has left it.
 *
 * @param posts how many posts of any kind are taken in a window; at least 1
 * @param restricted how many of them may have a card or slides, or go into a thread; at least 1
 * @param window the window; more than zero
 * @param lock how long all posts are refused after either number is exceeded; more than zero
 */
public record Limits(int posts, int restricted, Duration window, Duration lock) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    // the messages, bots, message cards, message formats and threads pages agree on it
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /**
     * The documented limits: 50 posts a minute (messages and bots pages), of which 20 with a card or slides, or into a
     * thread (message cards, message formats and threads pages). One more begins a lock of ten minutes. Our choice:
     * both kinds share a window. It is not known whether Cliq keeps one bucket or several.
     */
    public static final Limits OF_CLIQ = new Limits(50, 20, MINUTE, TEN_MINUTES);

    /** No limits. A lock that {@code Sandbox.lock} sets still holds. */
    public static final Limits OFF = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, MINUTE, TEN_MINUTES);

    /** Refuses numbers below 1, and durations that are not more than zero. */
    public Limits {
        if (posts < 1 || restricted < 1) {
            throw new IllegalArgumentException("a limit must be at least 1, not " + Math.min(posts, restricted));
        }
        refuseNothing("window", window);
        refuseNothing("lock", lock);
    }

    /**
     * Returns these limits for another window, with the lock scaled in proportion: {@code OF_CLIQ} in 6 s locks for one
     * minute.
     */
    public Limits scaledTo(Duration otherWindow) {
        refuseNothing("window", otherWindow);
        double scale = (double) otherWindow.toNanos() / window.toNanos();
        return new Limits(posts, restricted, otherWindow, Duration.ofNanos(Math.round(lock.toNanos() * scale)));
    }

    private static void refuseNothing(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("the " + name + " must be more than zero, not " + duration);
        }
    }
}
