package io.github.camelcliq.internal.pacing;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/**
 * Counts the posts of one Cliq user: permits, the lock, and limits narrowed after a throttle. Several pacers may share
 * what a store counts. The posts that wait are not its concern. The clock of a store is its own, so it tells times as
 * periods from its answer on.
 *
 * <p>No call blocks. Each future ends within a bounded time, because meanwhile the pacer neither grants nor rejects.
 * Answers come in the order of the calls, and the store holds no lock while the pacer hears them. After a failure the
 * pacer asks again. A failure is logged, so its text must not hold a secret. A store that others share takes back a
 * permit that is never released.
 */
public interface PacingStore {

    /**
     * Acquires a permit if the lock and the limits allow it. While no answer has shown that a lock is over, one permit
     * is out at a time: the probe.
     *
     * @param restricted whether the post counts against the smaller limit too
     */
    Future<Turn> acquire(PacingLimits limits, boolean restricted);

    /**
     * Releases a permit, once. If the permit is the probe and its answer does not end the lock, another probe follows.
     */
    Future<Lock> release(PacingLimits limits, String permit, Release release);

    /**
     * Counts a permit as acquired now, because its post was held up before it went out. Fails if the permit counts no
     * more. A store that takes back no permits has nothing to do.
     */
    default Future<Void> renew(PacingLimits limits, String permit) {
        return Future.succeededFuture();
    }

    /**
     * Begins a lock, or extends it. If the posts that the store counts do not explain the throttle, another application
     * posts as the same user. Then the limits narrow to half, and widen with time.
     */
    Future<Counts> lock(PacingLimits limits, Duration period);

    /** Counts, and changes nothing. Fails while an earlier change cannot be noted. */
    Future<Counts> counts(PacingLimits limits);

    /** Returns why the store fails, if it counts otherwise meanwhile; {@code null} if not. */
    default String failure() {
        return null;
    }

    /** Ends the use of the store. A permit that is released later counts as never released. */
    default void close() {}

    /** How a permit is released. */
    enum Release {
        /** At once, since nothing was written. */
        UNUSED,
        /** One window from now, since Cliq cannot have counted the post later than now. */
        AFTER_WINDOW,
        /** As {@link #AFTER_WINDOW}, and the answer shows that Cliq does not lock the user out. */
        LOCK_IS_OVER
    }

    /**
     * The answer to a post that asks for a permit.
     *
     * @param permit the id of the permit; {@code null} if the post has to wait
     * @param isProbe whether the permit is the probe
     * @param lookAgainIn when to ask again, at least 1 ms; {@code null} if only the release of a permit of this pacer
     *     can make room
     * @param counts what the store counts; {@code null} if there is a permit
     */
    record Turn(String permit, boolean isProbe, Duration lookAgainIn, Lock lock, Counts counts) {}

    /**
     * The lock at one moment.
     *
     * @param left how long it still lasts; zero without a lock
     * @param isUnproven whether no answer has shown yet that the lock is over
     * @param isOfUnknownPosts whether Cliq has not throttled a post: the lock is there since Cliq may count posts that
     *     the store does not know
     */
    record Lock(Duration left, boolean isUnproven, boolean isOfUnknownPosts) {}

    /** What the store counts at one moment. */
    record Counts(Count posts, Count restricted, Lock lock) {}

    /**
     * The count against one limit.
     *
     * @param limit the limit at this moment, narrowed or not
     * @param inFlight permits that are not released
     * @param returns when the released permits come back, the earliest first
     */
    record Count(int limit, int inFlight, List<Duration> returns) {

        public int used() {
            return inFlight + returns.size();
        }

        /**
         * Estimates when the turn of a post comes that has others ahead of it. The estimate takes posts in flight as
         * answered now, and posts that wait as answered when they go out.
         *
         * @param from the earliest moment at which a post may go out, in milliseconds after the count
         * @return in milliseconds after the count
         */
        long turnAfter(int others, long from, long window) {
            int index = others % limit + used() - limit;
            long turn = index < 0 ? from : from + window;
            if (index >= 0 && index < returns.size()) {
                turn = Math.max(from, returns.get(index).toMillis());
            }
            return turn + others / limit * window;
        }
    }
}
