package io.github.camelcliq.sandbox.state;

import io.github.camelcliq.sandbox.MessageState;
import io.github.camelcliq.sandbox.ReceivedMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The accepted messages in order, with their edits, votes and clicks. The oldest are forgotten first when there are too
 * many, or when they are too long. Safe from any thread.
 */
public final class MessageLog {

    private final HistorySize most;
    private final TreeMap<Long, ReceivedMessage> messages = new TreeMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private long characters;
    private long accepted;
    private long acceptedBeforeReset;

    /** @param most how much is remembered */
    MessageLog(HistorySize most) {
        this.most = most;
    }

    /** Numbers a message and keeps it. */
    synchronized ReceivedMessage add(ReceivedMessage message) {
        ReceivedMessage numbered = copy(message, ++accepted, message.state());
        messages.put(numbered.sequence(), numbered);
        sequences.put(numbered.id(), numbered.sequence());
        characters += numbered.length();
        forgetTheOldest();
        notifyAll();
        return numbered;
    }

    /** Changes a message, unless it is forgotten. Returns the changed message. */
    synchronized Optional<ReceivedMessage> change(String id, Function<ReceivedMessage, MessageState> change) {
        Optional<ReceivedMessage> changed =
                find(id).map(message -> copy(message, message.sequence(), change.apply(message)));
        changed.ifPresent(message -> {
            ReceivedMessage before = messages.put(message.sequence(), message);
            characters += message.length() - before.length();
            forgetTheOldest();
        });
        return changed;
    }

    public synchronized Optional<ReceivedMessage> find(String id) {
        return Optional.ofNullable(sequences.get(id)).map(messages::get);
    }

    /** Returns a copy of all messages, oldest first. */
    public synchronized List<ReceivedMessage> snapshot() {
        return List.copyOf(messages.values());
    }

    /** Returns a copy of the messages after a number, oldest first. */
    public synchronized List<ReceivedMessage> after(long sequence) {
        return List.copyOf(messages.tailMap(sequence, false).values());
    }

    /** Forgets all messages. Numbering goes on. */
    synchronized void clear() {
        messages.clear();
        sequences.clear();
        characters = 0;
        acceptedBeforeReset = accepted;
    }

    /**
     * Waits until a number of messages were accepted since the start or the last {@link #clear()}, including forgotten
     * ones.
     *
     * @return how many were accepted: at least {@code count}, or fewer if the time ended first
     */
    public synchronized long awaitCount(int count, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (accepted - acceptedBeforeReset < count) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                break;
            }
            // rounded up, or the loop would spin in the last fraction of a millisecond
            wait(left / 1_000_000 + 1);
        }
        return accepted - acceptedBeforeReset;
    }

    private void forgetTheOldest() {
        while (most.isExceededBy(messages.size(), characters)) {
            ReceivedMessage oldest = messages.pollFirstEntry().getValue();
            sequences.remove(oldest.id());
            characters -= oldest.length();
        }
    }

    private static ReceivedMessage copy(ReceivedMessage message, long sequence, MessageState state) {
        return new ReceivedMessage(
                sequence,
                message.id(),
                message.version(),
                message.kind(),
                message.target(),
                message.user(),
                message.author(),
                message.time(),
                message.query(),
                message.json(),
                state);
    }
}
