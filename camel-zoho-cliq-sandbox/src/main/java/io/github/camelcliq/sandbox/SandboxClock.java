package io.github.camelcliq.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The clock of the sandbox. It times limits, locks, lifetimes of tokens, messages and requests. A test moves it on
 * instead of sleeping. Delays of a connection, such as {@link Fault#delay}, take real time. Safe from any thread.
 */
public final class SandboxClock implements InstantSource {

    /** How far the clock moves in all: well within the range of dates. */
    private static final Duration FURTHEST = Duration.ofDays(365_000);

    private final InstantSource base;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private Duration skipped = Duration.ZERO;

    private SandboxClock(InstantSource base) {
        this.base = Objects.requireNonNull(base, "base");
    }

    /** Returns a clock that shows the real time until it is moved. It is the default. */
    public static SandboxClock system() {
        Instant start = Instant.now();
        long startNanos = System.nanoTime();
        // a machine's clock may be set back or forward; windows and locks must keep their length
        return new SandboxClock(() -> start.plusNanos(System.nanoTime() - startNanos));
    }

    /** Returns a clock that stands still and moves only by {@link #skip}. */
    public static SandboxClock stoppedAt(Instant instant) {
        return new SandboxClock(InstantSource.fixed(instant));
    }

    /**
     * Returns a clock that follows another one, such as the clock of the code under test. It can be moved ahead of it.
     */
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
     * @param time how far; not negative, and at most a thousand years in all
     * @return the new time
     */
    public Instant skip(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the clock cannot go back: " + time);
        }
        Instant now = moved(time);
        watchers.forEach(Runnable::run);
        return now;
    }

    /** Runs a watcher after each move from now on. The watcher must not block. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Stops running a watcher. */
    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    private synchronized Instant moved(Duration time) {
        if (time.compareTo(FURTHEST.minus(skipped)) > 0) {
            throw new IllegalArgumentException("the clock cannot go more than a thousand years ahead: " + time);
        }
        skipped = skipped.plus(time);
        return instant();
    }
}
