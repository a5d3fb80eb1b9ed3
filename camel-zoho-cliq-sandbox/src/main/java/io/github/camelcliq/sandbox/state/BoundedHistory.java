package io.github.camelcliq.sandbox.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What happened, in order, the oldest forgotten first once there is too much of it. Safe from any thread.
 *
 * @param <T> what is remembered
 */
public final class BoundedHistory<T> {

    private final HistorySize most;
    private final ToIntFunction<T> length;
    private final Deque<T> entries = new ArrayDeque<>();
    private long characters;

    /**
     * @param most how much is remembered
     * @param length the characters that an entry holds
     */
    BoundedHistory(HistorySize most, ToIntFunction<T> length) {
        this.most = most;
        this.length = length;
    }

    synchronized void add(T entry) {
        entries.addLast(entry);
        characters += length.applyAsInt(entry);
        while (most.isExceededBy(entries.size(), characters)) {
            characters -= length.applyAsInt(entries.removeFirst());
        }
    }

    public synchronized List<T> snapshot() {
        return List.copyOf(entries);
    }

    synchronized void clear() {
        entries.clear();
        characters = 0;
    }
}
