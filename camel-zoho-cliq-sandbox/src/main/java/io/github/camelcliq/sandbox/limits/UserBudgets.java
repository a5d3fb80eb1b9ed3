package io.github.camelcliq.sandbox.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Counts every user's posts against the limits, and keeps the locks. Limits belong to users, not to tokens: all tokens
 * and webhook tokens of a user draw on one budget. Safe from any thread.
 */
public final class UserBudgets {

    private final InstantSource clock;
    private final Limits initial;
    private final Map<String, UserBudget> budgets = new HashMap<>();
    private Limits limits;

    /**
     * @param clock what locks by hand and budgets are timed by
     * @param initial the limits at the start, and after a {@link #reset()}
     */
    public UserBudgets(InstantSource clock, Limits initial) {
        this.clock = clock;
        this.initial = Objects.requireNonNull(initial, "limits");
        this.limits = initial;
    }

    /** The limits that hold now. */
    public synchronized Limits limits() {
        return limits;
    }

    /** Sets other limits. What was posted already counts against them; a lock in force stays as long as it was. */
    public synchronized void limits(Limits others) {
        limits = Objects.requireNonNull(others, "limits");
    }

    /**
     * Counts a post now, unless the user is locked out, or is so by this post.
     *
     * @param restricted whether it holds a card or slides, or goes into a thread
     * @param readAt when the request was read to its end, for those that are refused under a lock
     * @return nothing if the post may be taken; else how long the lock lasts
     */
    public synchronized Optional<Duration> post(String user, boolean restricted, Instant readAt) {
        Instant now = clock.instant();
        return Optional.ofNullable(of(user).post(restricted, now, readAt, limits))
                .map(end -> Duration.between(now, end));
    }

    /** A message of the user was accepted. */
    public synchronized void accepted(String user) {
        of(user).accepted();
    }

    /**
     * Puts a lock in force from now on, in place of one that may be.
     *
     * @param duration how long; more than nothing
     */
    public synchronized void lock(String user, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a lock is longer than nothing, not " + duration);
        }
        of(user).lock(clock.instant().plus(duration));
    }

    /** Where the user stands now. */
    public synchronized Budget budget(String user) {
        return of(user).shown(user, clock.instant(), limits);
    }

    /** Forgets posts, locks and counts, and goes back to the limits of the start. */
    public synchronized void reset() {
        budgets.clear();
        limits = initial;
    }

    private UserBudget of(String user) {
        return budgets.computeIfAbsent(user, first -> new UserBudget());
    }
}
