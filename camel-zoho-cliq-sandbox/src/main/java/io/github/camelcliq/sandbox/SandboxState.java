package io.github.camelcliq.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What one sandbox remembers: its messages, its journal, its fault dial and the posts it is handling. */
final class SandboxState {

    private final History<ReceivedMessage> messages;
    private final History<JournalEntry> journal;
    private final FaultDial dial = new FaultDial();
    private final InstantSource clock;
    private int open;
    private int mostOpen;
    private int generation;

    /**
     * @param capacity how many messages, and how many journal entries, are remembered
     * @param clock what the time of everything is read from
     */
    SandboxState(int capacity, InstantSource clock) {
        this.clock = clock;
        messages = new History<>(capacity, message -> message.json().length());
        journal = new History<>(capacity, SandboxState::length);
    }

    History<ReceivedMessage> messages() {
        return messages;
    }

    History<JournalEntry> journal() {
        return journal;
    }

    FaultDial dial() {
        return dial;
    }

    Instant now() {
        return clock.instant();
    }

    synchronized int open() {
        return open;
    }

    synchronized int mostOpen() {
        return mostOpen;
    }

    /** A post has arrived. */
    synchronized Arrival opened() {
        open++;
        mostOpen = Math.max(mostOpen, open);
        return new Arrival(now(), generation);
    }

    /** A post is settled; one that arrived before a reset leaves no trace in the journal. */
    synchronized void settled(Arrival arrival, JournalEntry entry) {
        open--;
        if (arrival.generation() == generation) {
            journal.add(entry);
        }
    }

    /** Keeps an accepted message, unless its post arrived before a reset. */
    synchronized void keep(Arrival arrival, ReceivedMessage message) {
        if (arrival.generation() == generation) {
            messages.add(message);
        }
    }

    /** As after the start; posts being handled stay counted. */
    synchronized void reset() {
        generation++;
        messages.clear();
        journal.clear();
        dial.reset();
        mostOpen = open;
    }

    private static int length(JournalEntry entry) {
        int length = entry.path().length() + entry.body().length();
        for (Complaint complaint : entry.complaints()) {
            length += complaint.pointer().length() + complaint.text().length();
        }
        return length;
    }

    List<ReceivedMessage> messagesTo(String target) {
        return messages.snapshot().stream()
                .filter(message -> message.target().equals(target))
                .toList();
    }

    /**
     * When a post arrived.
     *
     * @param time on the clock
     * @param generation how many resets there had been
     */
    record Arrival(Instant time, int generation) {}
}
