package io.github.camelcliq.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What time it is in the sandbox: limits, locks, the lives of tokens and the times of messages and requests are read
 * from it, and a test moves it on instead of sleeping. What holds up a connection, such as {@link Fault#delay}, takes
 * real time. Safe from any thread.
 */
public final class SandboxClock implements InstantSource {

    /** How far the clock moves in all: far from where dates end. */
    private static final Duration FURTHEST = Duration.ofDays(365_000);

    private final InstantSource base;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private Duration skipped = Duration.ZERO;

    private SandboxClock(InstantSource base) {
        this.base = Objects.requireNonNull(base, "base");
    }

    /** A clock that shows the real time until it is moved: what a sandbox has by default. */
    public static SandboxClock system() {
        Instant start = Instant.now();
        long startNanos = System.nanoTime();
        // a machine's clock is set now and then, and windows and locks are not to be cut short by that
        return new SandboxClock(() -> start.plusNanos(System.nanoTime() - startNanos));
    }

    /** A clock that stands still and moves only by {@link #skip}. */
    public static SandboxClock stoppedAt(Instant instant) {
        return new SandboxClock(InstantSource.fixed(instant));
    }

    /** A clock that follows another one, such as that of the code under test, and can be moved ahead of it. */
    public static SandboxClock following(InstantSource other) {
        return new SandboxClock(other);
    }

    @Override
    public synchronized Instant instant() {
        return base.instant().plus(skipped);
    }

    /**
     * Moves the clock on. It never goes back, not even by {@link Sandbox#reset()}.
     *
     * @param time how far; not negative, and not beyond a thousand years in all
     * @return what time it is now
     */
    public Instant skip(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the clock does not go back: " + time);
        }
        Instant now = moved(time);
        watchers.forEach(Runnable::run);
        return now;
    }

    /** Tells somebody of each move from now on; must not wait. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Tells somebody no more. */
    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    private synchronized Instant moved(Duration time) {
        if (time.compareTo(FURTHEST.minus(skipped)) > 0) {
            throw new IllegalArgumentException("the clock does not go beyond a thousand years ahead: " + time);
        }
        skipped = skipped.plus(time);
        return instant();
    }
}
