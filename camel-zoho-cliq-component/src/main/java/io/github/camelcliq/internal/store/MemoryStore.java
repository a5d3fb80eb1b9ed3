package io.github.camelcliq.internal.store;

import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts in the memory of this JVM, and answers at once. Not safe for several threads; its only user guards it. */
public final class MemoryStore implements CorrectableStore {

    /** The parts of a limit. A narrowed limit gets one part back in each window without a throttle. Our choice. */
    private static final int PARTS = 50;

    private final Timing timing;

    /** The permits that are not released, and whether they are restricted. */
    private final Map<String, Boolean> permits = new HashMap<>();

    private final Tally posts = new Tally();
    private final Tally restricted = new Tally();
    private long issued;
    private int parts = PARTS;
    private long partsChangedAt;
    private long lockedUntil = Long.MIN_VALUE;
    private boolean lockIsUnproven;
    private boolean lockIsOfUnknownPosts;
    private String probe;

    /** What counts against one limit: permits in flight, and the times when the released ones return, in order. */
    private static final class Tally {

        private int inFlight;
        private final Deque<Long> returns = new ArrayDeque<>();

        int used(long now) {
            while (!returns.isEmpty() && returns.peek() <= now) {
                returns.remove();
            }
            return inFlight + returns.size();
        }

        void add(long at) {
            // after a window has become shorter, a permit returns no earlier than the one before it
            returns.add(returns.isEmpty() ? at : Math.max(at, returns.getLast()));
        }

        void add(Count earlier, long now, long window) {
            long last = now + 1 + window;
            earlier.returns().forEach(in -> add(Math.min(now + in.toMillis(), last)));
            for (int post = 0; post < earlier.inFlight(); post++) {
                add(last);
            }
        }
    }

    /**
     * What a store counts, for a store that goes on with it.
     *
     * @param parts of 50, how much of the limits is left after a throttle that the counts did not explain
     */
    record State(Counts counts, int parts) {}

    public MemoryStore(Timing timing) {
        this.timing = timing;
    }

    /** Goes on with what an earlier store counted. A permit that it did not release returns one window from now. */
    MemoryStore(Timing timing, PacingLimits limits, State earlier) {
        this(timing);
        long now = timing.millis();
        long window = limits.window().toMillis();
        posts.add(earlier.counts.posts(), now, window);
        restricted.add(earlier.counts.restricted(), now, window);
        parts = Math.min(PARTS, Math.max(1, earlier.parts));
        partsChangedAt = now;
        lockedUntil = now + earlier.counts.lock().left().toMillis();
        lockIsUnproven = earlier.counts.lock().isUnproven();
        lockIsOfUnknownPosts = earlier.counts.lock().isOfUnknownPosts();
    }

    State state(PacingLimits limits) {
        return new State(count(limits, timing.millis()), parts);
    }

    @Override
    public Future<Turn> acquire(PacingLimits limits, boolean isRestricted) {
        long now = timing.millis();
        if (now < lockedUntil) {
            return later(limits, now, Duration.ofMillis(lockedUntil - now));
        }
        if (probe != null) {
            return later(limits, now, null);
        }
        widen(limits, now);
        for (Tally tally : tallies(isRestricted)) {
            if (tally.used(now) >= limit(tally == posts ? limits.posts() : limits.restricted())) {
                return later(
                        limits, now, tally.returns.isEmpty() ? null : Duration.ofMillis(tally.returns.peek() - now));
            }
        }
        String permit = String.valueOf(++issued);
        permits.put(permit, isRestricted);
        tallies(isRestricted).forEach(tally -> tally.inFlight++);
        probe = lockIsUnproven ? permit : null;
        return Future.succeededFuture(new Turn(permit, lockIsUnproven, null, lock(now), null));
    }

    private Future<Turn> later(PacingLimits limits, long now, Duration lookAgainIn) {
        return Future.succeededFuture(new Turn(null, false, lookAgainIn, lock(now), count(limits, now)));
    }

    private List<Tally> tallies(boolean isRestricted) {
        return isRestricted ? List.of(posts, restricted) : List.of(posts);
    }

    @Override
    public Future<Lock> release(PacingLimits limits, String permit, Release release) {
        long now = timing.millis();
        for (Tally tally : tallies(permits.remove(permit))) {
            tally.inFlight--;
            if (release != Release.UNUSED) {
                // the answer came within this millisecond, so the window counts from the next millisecond on
                tally.add(now + 1 + limits.window().toMillis());
            }
        }
        if (permit.equals(probe)) {
            probe = null;
            lockIsUnproven = release != Release.LOCK_IS_OVER;
            lockIsOfUnknownPosts &= lockIsUnproven;
        }
        return Future.succeededFuture(lock(now));
    }

    @Override
    public Future<Counts> lock(PacingLimits limits, Duration period) {
        long now = timing.millis();
        boolean isExpected = posts.used(now) >= limits.posts() || restricted.used(now) >= limits.restricted();
        widen(limits, now);
        if (!lockIsUnproven && !isExpected) {
            parts = Math.max(1, parts / 2);
            partsChangedAt = now;
        }
        lockIsOfUnknownPosts = false;
        lockOut(now, period);
        return counts(limits);
    }

    @Override
    public Future<Counts> counts(PacingLimits limits) {
        return Future.succeededFuture(count(limits, timing.millis()));
    }

    @Override
    public Future<Lock> awaitUnknownPosts(PacingLimits limits) {
        long now = timing.millis();
        lockIsOfUnknownPosts |= !lockIsUnproven;
        lockOut(now, limits.window());
        return Future.succeededFuture(lock(now));
    }

    private void lockOut(long now, Duration period) {
        lockedUntil = Math.max(lockedUntil, now + period.toMillis());
        lockIsUnproven = true;
        probe = null;
    }

    private void widen(PacingLimits limits, long now) {
        if (parts < PARTS) {
            long windows = (now - partsChangedAt) / limits.window().toMillis();
            parts = (int) Math.min(PARTS, parts + windows);
            partsChangedAt += windows * limits.window().toMillis();
        }
    }

    private int limit(int documented) {
        return (int) Math.max(1, (long) documented * parts / PARTS);
    }

    private Lock lock(long now) {
        Duration left = Duration.ofMillis(now < lockedUntil ? lockedUntil - now : 0);
        return new Lock(left, lockIsUnproven, lockIsOfUnknownPosts);
    }

    private Counts count(PacingLimits limits, long now) {
        widen(limits, now);
        return new Counts(count(posts, limits.posts(), now), count(restricted, limits.restricted(), now), lock(now));
    }

    private Count count(Tally tally, int documented, long now) {
        tally.used(now);
        List<Duration> returns =
                tally.returns.stream().map(at -> Duration.ofMillis(at - now)).toList();
        return new Count(limit(documented), tally.inFlight, returns);
    }
}
