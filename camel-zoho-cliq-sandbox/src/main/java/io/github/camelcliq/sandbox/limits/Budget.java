package io.github.camelcliq.sandbox.limits;

import java.time.Instant;
import java.util.List;

/**
 * What a user has used of the limits, at one moment of the sandbox's clock.
 *
 * @param user the user
 * @param posts the posts of any kind in the window that ends now
 * @param restricted the posts among them with a card or slides, or into a thread
 * @param postsLeft how many more posts of any kind would be taken now; 0 under a lock
 * @param restrictedLeft how many more posts with a card or slides, or into a thread, would be taken now; never more
 *     than {@code postsLeft}
 * @param lockedUntil the end of the lock in force; {@code null} without a lock
 * @param accepted how many messages of the user were accepted since the start or the last reset
 * @param throttled how many throttle answers the user got since then: those that began a lock, and those under a lock
 * @param locks how many locks there were since then, including those set by {@code Sandbox.lock}
 * @param refusedUnderLock the times at which posts under a lock were read, oldest first; at most the
 *     {@value #MOST_TIMES} newest. The post that began a lock is not among them
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

    /** Returns whether a lock is in force. */
    public boolean isLocked() {
        return lockedUntil != null;
    }
}
