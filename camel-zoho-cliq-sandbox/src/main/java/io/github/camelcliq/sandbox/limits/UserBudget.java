package io.github.camelcliq.sandbox.limits;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The posts and locks of one user. Guarded by {@link UserBudgets}. */
final class UserBudget {

    private final PostWindow posts = new PostWindow();
    private final PostWindow restricted = new PostWindow();
    private final Deque<Instant> refusedUnderLock = new ArrayDeque<>();
    private Instant lockedUntil = Instant.MIN;
    private long accepted;
    private long throttled;
    private long locks;

    /** Counts a post, or refuses it. Returns the end of the lock if it is refused; else {@code null}. */
    Instant post(boolean isRestricted, Instant time, Instant readAt, Limits limits) {
        if (isLockedAt(time)) {
            // our choice: a post under a lock neither counts nor makes the lock longer
            throttled++;
            remember(readAt);
            return lockedUntil;
        }
        if (isFull(posts, limits.posts(), time, limits)
                || isRestricted && isFull(restricted, limits.restricted(), time, limits)) {
            throttled++;
            lock(time.plus(limits.lock()));
            return lockedUntil;
        }
        posts.add(time);
        if (isRestricted) {
            restricted.add(time);
        }
        return null;
    }

    void lock(Instant until) {
        locks++;
        lockedUntil = until;
    }

    void accepted() {
        accepted++;
    }

    Budget shown(String user, Instant now, Limits limits) {
        boolean locked = isLockedAt(now);
        int inWindow = posts.countAt(now, limits.window());
        int restrictedInWindow = restricted.countAt(now, limits.window());
        int left = locked ? 0 : Math.max(0, limits.posts() - inWindow);
        return new Budget(
                user,
                inWindow,
                restrictedInWindow,
                left,
                Math.min(left, Math.max(0, limits.restricted() - restrictedInWindow)),
                locked ? lockedUntil : null,
                accepted,
                throttled,
                locks,
                List.copyOf(refusedUnderLock));
    }

    private boolean isLockedAt(Instant time) {
        return time.isBefore(lockedUntil);
    }

    private static boolean isFull(PostWindow window, int limit, Instant time, Limits limits) {
        return window.countAt(time, limits.window()) >= limit;
    }

    private void remember(Instant time) {
        refusedUnderLock.addLast(time);
        if (refusedUnderLock.size() > Budget.MOST_TIMES) {
            refusedUnderLock.removeFirst();
        }
    }
}
