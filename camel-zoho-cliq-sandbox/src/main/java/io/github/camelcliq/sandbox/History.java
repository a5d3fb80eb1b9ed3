package io.github.camelcliq.sandbox;

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
    }

    synchronized List<T> snapshot() {
        return List.copyOf(entries);
    }

    synchronized void clear() {
        entries.clear();
        characters = 0;
    }
}
