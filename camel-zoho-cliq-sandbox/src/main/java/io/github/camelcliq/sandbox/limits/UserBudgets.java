package io.github.camelcliq.sandbox.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Counts the posts of each user against the limits, and keeps the locks. Limits belong to users, not to tokens: all
 * tokens and webhook tokens of a user share one budget. Safe from any thread.
 */
public final class UserBudgets {

    private final InstantSource clock;
    private final Limits initial;
    private final Map<String, UserBudget> budgets = new HashMap<>();
    private Limits limits;

    /**
     * @param clock times budgets, and locks that are set without a post
     * @param initial the limits at the start, and after a {@link #reset()}
     */
    public UserBudgets(InstantSource clock, Limits initial) {
        this.clock = clock;
        this.initial = Objects.requireNonNull(initial, "limits");
        this.limits = initial;
    }

    /** Returns the limits in force. */
    public synchronized Limits limits() {
        return limits;
    }

    /** Sets the limits. Earlier posts count against them. A lock in force keeps its end. */
    public synchronized void limits(Limits others) {
        limits = Objects.requireNonNull(others, "limits");
    }

    /**
     * Counts a post now, unless the user is locked out, or this post begins a lock.
     *
     * @param restricted whether it has a card or slides, or goes into a thread
     * @param readAt when the request was read to its end, for {@link Budget#refusedUnderLock()}
     * @return empty if the post may be taken; else how long the lock still lasts
     */
    public synchronized Optional<Duration> post(String user, boolean restricted, Instant readAt) {
        Instant now = clock.instant();
        return Optional.ofNullable(of(user).post(restricted, now, readAt, limits))
                .map(end -> Duration.between(now, end));
    }

    /** Counts an accepted message of the user. */
    public synchronized void accepted(String user) {
        of(user).accepted();
    }

    /**
     * Locks a user out from now on. It replaces a lock in force.
     *
     * @param duration how long; more than zero
     */
    public synchronized void lock(String user, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a lock must be more than zero, not " + duration);
        }
        of(user).lock(clock.instant().plus(duration));
    }

    /** Returns the budget of the user now. */
    public synchronized Budget budget(String user) {
        return of(user).shown(user, clock.instant(), limits);
    }

    /** Forgets posts, locks and counts. The limits of the start hold again. */
    public synchronized void reset() {
        budgets.clear();
        limits = initial;
    }

    private UserBudget of(String user) {
        return budgets.computeIfAbsent(user, first -> new UserBudget());
    }
}
