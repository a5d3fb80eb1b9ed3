package io.github.camelcliq.internal.pacing;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts in the memory of this JVM, and answers at once. Not safe for several threads; its only pacer guards it. */
final class MemoryStore implements PacingStore {

    /** The parts of a limit. A narrowed limit gets one part back in each window without a throttle. Our choice. */
    private static final int PARTS = 50;

    private static final long IN_FLIGHT = Long.MAX_VALUE;

    private final Timing timing;
    private final Map<String, Permit> permits = new HashMap<>();
    private long issued;
    private int parts = PARTS;
    private long partsChangedAt;
    private long lockedUntil = Long.MIN_VALUE;
    private boolean lockIsUnproven;
    private String probe;

    private record Permit(boolean restricted, long returnsAt) {}

    MemoryStore(Timing timing) {
        this.timing = timing;
    }

    @Override
    public Future<Turn> acquire(PacingLimits limits, boolean restricted) {
        long now = timing.millis();
        Counts counts = count(limits, now);
        if (now < lockedUntil) {
            return later(counts.lock(), counts);
        }
        if (probe != null) {
            return later(null, counts);
        }
        for (Count count : restricted ? List.of(counts.posts(), counts.restricted()) : List.of(counts.posts())) {
            if (count.used() >= count.limit()) {
                return later(count.returns().isEmpty() ? null : count.returns().get(0), counts);
            }
        }
        String permit = String.valueOf(++issued);
        permits.put(permit, new Permit(restricted, IN_FLIGHT));
        probe = lockIsUnproven ? permit : null;
        return Future.succeededFuture(new Turn(permit, lockIsUnproven, null, count(limits, now)));
    }

    private static Future<Turn> later(Duration lookAgainIn, Counts counts) {
        return Future.succeededFuture(new Turn(null, false, lookAgainIn, counts));
    }

    @Override
    public Future<Counts> release(PacingLimits limits, String permit, Release release) {
        long now = timing.millis();
        Permit released = permits.remove(permit);
        if (release != Release.UNUSED) {
            // the answer came within this millisecond, so the window counts from the next millisecond on
            permits.put(
                    permit,
                    new Permit(released.restricted(), now + 1 + limits.window().toMillis()));
        }
        if (permit.equals(probe)) {
            probe = null;
            lockIsUnproven = release != Release.LOCK_IS_OVER;
        }
        return counts(limits);
    }

    @Override
    public Future<Counts> lock(PacingLimits limits, Duration period) {
        long now = timing.millis();
        Counts counts = count(limits, now);
        boolean isExpected =
                counts.posts().used() >= limits.posts() || counts.restricted().used() >= limits.restricted();
        if (!lockIsUnproven && !isExpected) {
            parts = Math.max(1, parts / 2);
            partsChangedAt = now;
        }
        lockedUntil = Math.max(lockedUntil, now + period.toMillis());
        lockIsUnproven = true;
        return counts(limits);
    }

    @Override
    public Future<Counts> counts(PacingLimits limits) {
        return Future.succeededFuture(count(limits, timing.millis()));
    }

    private Counts count(PacingLimits limits, long now) {
        permits.values().removeIf(permit -> permit.returnsAt() <= now);
        if (parts < PARTS) {
            long windows = (now - partsChangedAt) / limits.window().toMillis();
            parts = (int) Math.min(PARTS, parts + windows);
            partsChangedAt += windows * limits.window().toMillis();
        }
        return new Counts(
                count(permits.values().stream().toList(), limits.posts(), now),
                count(permits.values().stream().filter(Permit::restricted).toList(), limits.restricted(), now),
                Duration.ofMillis(now < lockedUntil ? lockedUntil - now : 0),
                lockIsUnproven);
    }

    private Count count(List<Permit> counted, int documented, long now) {
        List<Duration> returns = counted.stream()
                .filter(permit -> permit.returnsAt() != IN_FLIGHT)
                .map(permit -> Duration.ofMillis(permit.returnsAt() - now))
                .sorted()
                .toList();
        int limit = (int) Math.max(1, (long) documented * parts / PARTS);
        return new Count(limit, counted.size() - returns.size(), returns);
    }
}
