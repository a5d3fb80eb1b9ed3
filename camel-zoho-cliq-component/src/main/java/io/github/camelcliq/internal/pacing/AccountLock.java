package io.github.camelcliq.internal.pacing;

import io.github.camelcliq.internal.pacing.PostPacer.Permit;
import java.time.Duration;

/**
 * The lock that Cliq puts on a user who exceeded a limit, as far as we know of it: nothing goes out until its time is
 * over, and then one post alone, the probe, whose answer shows whether it is. Not safe for several threads; its budget
 * guards it.
 */
final class AccountLock {

    private long until = Long.MIN_VALUE;
    private boolean probeNext;
    private Permit probe;

    /** Begins, or begins anew. */
    void begin(long now, Duration lock) {
        until = Math.max(until, now + lock.toMillis());
        probeNext = true;
    }

    /** Whether its time is not over yet. */
    boolean isOn(long now) {
        return now < until;
    }

    /** When its time is over; in the past where there is none. */
    long until() {
        return until;
    }

    /** How much of its time is left, zero where none is. */
    Duration left(long now) {
        return Duration.ofMillis(isOn(now) ? until - now : 0);
    }

    /** Whether nobody has seen its end: no post since it began was answered in a way that shows it. */
    boolean isUnproven() {
        return probeNext;
    }

    /** Whether a post may go out: not while its time lasts, nor while the probe is under way. */
    boolean allows(long now) {
        return !isOn(now) && !(probeNext && probe != null);
    }

    /** A post goes out; it is the probe, where one is needed. */
    void granted(Permit permit) {
        if (probeNext) {
            probe = permit;
        }
    }

    /** Whether a post that had leave before must not be written any more. */
    boolean revokes(Permit permit) {
        return probeNext && permit != probe;
    }

    /** @param isOver whether the answer to the post shows that Cliq does not lock the user out (any more) */
    void ended(Permit permit, boolean isOver) {
        if (permit == probe) {
            probe = null;
            probeNext = !isOver;
        }
    }
}
