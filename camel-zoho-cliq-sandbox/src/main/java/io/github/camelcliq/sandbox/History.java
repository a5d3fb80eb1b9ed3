package io.github.camelcliq.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What happened, in order, the oldest forgotten first once there is too much of it. Safe from any thread.
 *
 * @param <T> what is remembered
 */
final class History<T> {

    /** How many characters of JSON and bodies one history remembers: some 128 MiB of heap at most. */
    static final long CHARACTERS = 64L * 1024 * 1024;

    private final int capacity;
    private final ToIntFunction<T> length;
    private final Deque<T> entries = new ArrayDeque<>();
    private long characters;
    private long addedSinceReset;

    /**
     * @param capacity how many entries are remembered
     * @param length the characters that an entry holds
     */
    History(int capacity, ToIntFunction<T> length) {
        this.capacity = capacity;
        this.length = length;
    }

    synchronized void add(T entry) {
        entries.addLast(entry);
        characters += length.applyAsInt(entry);
        while (entries.size() > 1 && (entries.size() > capacity || characters > CHARACTERS)) {
            characters -= length.applyAsInt(entries.removeFirst());
        }
        addedSinceReset++;
        notifyAll();
    }

    synchronized List<T> snapshot() {
        return List.copyOf(entries);
    }

    synchronized void clear() {
        entries.clear();
        characters = 0;
        addedSinceReset = 0;
    }

    /**
     * Waits until so many entries were added since the start or the last {@link #clear()}, forgotten ones included.
     *
     * @return how many were added, at least {@code count}, or fewer when the time was over first
     */
    synchronized long awaitCount(int count, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (addedSinceReset < count) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                break;
            }
            // rounded up, or the last fraction of a millisecond would spin
            wait(left / 1_000_000 + 1);
        }
        return addedSinceReset;
    }
}
