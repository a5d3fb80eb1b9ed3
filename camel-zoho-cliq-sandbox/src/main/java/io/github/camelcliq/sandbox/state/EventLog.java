package io.github.camelcliq.sandbox.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What happened lately, numbered, so that everybody who watches reads on from where they are; nothing is kept for
 * anybody in particular. Safe from any thread.
 */
public final class EventLog {

    /** How many events are kept. */
    static final int MOST = 1_000;

    /** How many characters of JSON the kept events hold at most, but for the newest. */
    static final long CHARACTERS = 4L * 1024 * 1024;

    private final TreeMap<Long, SandboxEvent> events = new TreeMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private long characters;
    private long newest;

    /** @param before the number before the first event's */
    EventLog(long before) {
        this.newest = before;
    }

    /** A log whose numbers are higher than those of any sandbox before it, whose pages may still be open. */
    static EventLog ofNow() {
        return new EventLog(System.currentTimeMillis() * 1_000);
    }

    /** Tells somebody, from now on, that there are new events; on whatever thread adds them, and must not wait. */
    public void whenAdded(Runnable watcher) {
        watchers.add(watcher);
    }

    /**
     * Something happened.
     *
     * @param length how many characters of JSON the subject keeps alive
     * @param subject what it concerns; immutable
     */
    void add(SandboxEvent.Type type, int length, Object subject) {
        keep(type, length, subject);
        watchers.forEach(Runnable::run);
    }

    /** Something else has other values now. */
    public void changed(String what) {
        add(SandboxEvent.Type.STATE, 0, what);
    }

    /** The number of the newest event. */
    public synchronized long newest() {
        return newest;
    }

    /** Whether all that happened after a number is still known. */
    public synchronized boolean isKnownSince(long number) {
        long oldest = events.isEmpty() ? newest + 1 : events.firstKey();
        return number >= oldest - 1 && number <= newest;
    }

    /** The first event after a number. */
    public synchronized Optional<SandboxEvent> after(long number) {
        return Optional.ofNullable(events.higherEntry(number)).map(entry -> entry.getValue());
    }

    /** All events that are kept, oldest first: a copy. */
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
