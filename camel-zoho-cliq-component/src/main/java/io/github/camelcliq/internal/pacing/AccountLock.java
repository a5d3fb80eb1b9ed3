package io.github.camelcliq.internal.pacing;

import io.github.camelcliq.internal.pacing.PostPacer.Permit;
import java.time.Duration;

/**
 * The lock that Cliq puts on a user who exceeded a limit, as far as this component knows. No post goes out until the
 * time of the lock is over. Then one post goes out alone, the probe; its answer shows whether the lock is over. Not
 * safe for several threads; the pacer guards it.
 */
final class AccountLock {

    private long until = Long.MIN_VALUE;
    private boolean probeNext;
    private Permit probe;

    /** Begins the lock, or extends it. */
    void begin(long now, Duration lock) {
        until = Math.max(until, now + lock.toMillis());
        probeNext = true;
    }

    /** Returns whether the time of the lock is not over yet. */
    boolean isOn(long now) {
        return now < until;
    }

    /** Returns when the time of the lock ends; a time in the past if there is no lock. */
    long until() {
        return until;
    }

    /** Returns how much time of the lock is left; zero if there is no lock. */
    Duration left(long now) {
        return Duration.ofMillis(isOn(now) ? until - now : 0);
    }

    /** Returns whether no answer has shown yet that the lock is over. */
    boolean isUnproven() {
        return probeNext;
    }

    /** Returns whether a post may go out: not during the time of the lock, and not while the probe is under way. */
    boolean allows(long now) {
        return !isOn(now) && !(probeNext && probe != null);
    }

    /** Notes that a post goes out. It is the probe if one is needed. */
    void granted(Permit permit) {
        if (probeNext) {
            probe = permit;
        }
    }

    /** Returns whether a permit that was granted before the lock must not be used any more. */
    boolean revokes(Permit permit) {
        return probeNext && permit != probe;
    }

    /** @param isOver whether the answer to the post shows that Cliq does not lock the user out, or no longer does */
    void ended(Permit permit, boolean isOver) {
        if (permit == probe) {
            probe = null;
            probeNext = !isOver;
        }
    }
}
