package io.github.camelcliq.sandbox.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Entries in the order in which they were added. The oldest are forgotten first when there are too many. Safe from any
 * thread.
 *
 * @param <T> the type of an entry
 */
public final class BoundedHistory<T> {

    private final HistorySize most;
    private final ToIntFunction<T> length;
    private final Deque<T> entries = new ArrayDeque<>();
    private long characters;

    /**
     * @param most how much is remembered
     * @param length gives the number of characters of an entry
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
