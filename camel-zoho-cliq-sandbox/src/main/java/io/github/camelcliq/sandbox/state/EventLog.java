package io.github.camelcliq.sandbox.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The latest events, numbered. Each reader keeps its own position, so the log keeps nothing for a reader. Safe from any
 * thread.
 */
public final class EventLog {

    /** How many events are kept. */
    static final int MOST = 1_000;

    /** The largest number of characters of JSON in the kept events, without the newest. */
    static final long CHARACTERS = 4L * 1024 * 1024;

    private final TreeMap<Long, SandboxEvent> events = new TreeMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private long characters;
    private long newest;

    /** @param before the number before that of the first event */
    EventLog(long before) {
        this.newest = before;
    }

    /** Returns a log whose numbers are higher than those of earlier sandboxes. Pages of those may still be open. */
    static EventLog ofNow() {
        return new EventLog(System.currentTimeMillis() * 1_000);
    }

    /**
     * Runs a watcher after each new event from now on. It runs on the thread that adds the event, and must not block.
     */
    public void whenAdded(Runnable watcher) {
        watchers.add(watcher);
    }

    /**
     * Adds an event.
     *
     * @param length how many characters of JSON the subject holds
     * @param subject the message, request or other subject; immutable
     */
    void add(SandboxEvent.Type type, int length, Object subject) {
        keep(type, length, subject);
        watchers.forEach(Runnable::run);
    }

    /** Adds an event about a changed setting. */
    public void changed(String what) {
        add(SandboxEvent.Type.STATE, 0, what);
    }

    /** Returns the number of the newest event. */
    public synchronized long newest() {
        return newest;
    }

    /** Returns whether all events after a number are still known. */
    public synchronized boolean isKnownSince(long number) {
        long oldest = events.isEmpty() ? newest + 1 : events.firstKey();
        return number >= oldest - 1 && number <= newest;
    }

    /** Returns the first event after a number. */
    public synchronized Optional<SandboxEvent> after(long number) {
        return Optional.ofNullable(events.higherEntry(number)).map(entry -> entry.getValue());
    }

    /** Returns a copy of all kept events, oldest first. */
    synchronized List<SandboxEvent> snapshot() {
        return new ArrayList<>(events.values());
    }

    private synchronized void keep(SandboxEvent.Type type, int length, Object subject) {
        newest++;
        events.put(newest, new SandboxEvent(newest, type, length, subject));
        characters += length;
        while (events.size() > MOST || (events.size() > 1 && characters > CHARACTERS)) {
            characters -= events.pollFirstEntry().getValue().length();
        }
    }
}
