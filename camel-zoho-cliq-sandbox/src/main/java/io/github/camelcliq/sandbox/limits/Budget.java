package io.github.camelcliq.sandbox.limits;

import java.time.Instant;
import java.util.List;

/**
 * Where a user stands with the limits, at one moment of the sandbox's clock.
 *
 * @param user the user
 * @param posts the posts in the window that ends now, of any kind
 * @param restricted those of them that hold a card or slides, or went into a thread
 * @param postsLeft how many more of any kind would be taken now; 0 under a lock
 * @param restrictedLeft how many more with a card, with slides or into a thread would be taken now; never more than
 *     {@code postsLeft}
 * @param lockedUntil when the lock that is in force ends; {@code null} where none is
 * @param accepted how many messages of the user were accepted since the start or the last reset
 * @param throttled how many throttle answers the user got since then: those that began a lock, and those under one
 * @param locks how many locks there were since then, those put in force by hand included
 * @param refusedUnderLock when the posts that arrived while a lock was in force were read, oldest first: all since then
 *     up to the {@value #MOST_TIMES} newest. The post that began a lock is not among them
 */
public record Budget(
        String user,
        int posts,
        int restricted,
        int postsLeft,
        int restrictedLeft,
        Instant lockedUntil,
        long accepted,
        long throttled,
        long locks,
        List<Instant> refusedUnderLock) {

    /** How many times of refused posts are remembered for each user: {@value}. */
    public static final int MOST_TIMES = 10_000;

    /** Copies the times. */
    public Budget {
        refusedUnderLock = List.copyOf(refusedUnderLock);
    }

    /** Whether a lock is in force. */
    public boolean isLocked() {
        return lockedUntil != null;
    }
}
