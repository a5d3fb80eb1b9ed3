package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.sandbox.ReceivedMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps an account of each message: what its sender was told in the end, and how often it was accepted. Safe from any
 * thread.
 */
final class MessageAccounts {

    /** The text of a message begins with its id, such as {@code order-17}. */
    private static final Pattern ID = Pattern.compile("\"text\":\"([a-z]+-[0-9]+)");

    private final Map<String, Optional<Told>> sent = new LinkedHashMap<>();
    private final Map<String, Integer> repetitions = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int open;

    /** What the sender of a message knows of it in the end. */
    enum Told {
        DELIVERED,
        NOT_DELIVERED,
        UNKNOWN
    }

    /** Returns the id of each message that has one. */
    static List<String> idsOf(List<ReceivedMessage> messages) {
        return messages.stream()
                .flatMap(message -> ID.matcher(message.json()).results())
                .map(found -> ((MatchResult) found).group(1))
                .toList();
    }

    synchronized void sent(String id) {
        if (sent.put(id, Optional.empty()) != null) {
            wrong.add(id + " was sent twice");
        }
        open++;
    }

    synchronized void told(String id, Told told) {
        Optional<Told> before = sent.put(id, Optional.of(told));
        if (before == null || before.isPresent()) {
            wrong.add(id + " was told " + told + (before == null ? " and never sent" : " after " + before.get()));
        } else {
            open--;
        }
    }

    /** Allows one more acceptance of a message: its sender ended before it knew of the one before. */
    synchronized void mayComeAgain(String id) {
        repetitions.merge(id, 1, Integer::sum);
    }

    /** Returns how many senders wait for an outcome. */
    synchronized int open() {
        return open;
    }

    /** @param accepted an id for each acceptance */
    synchronized Balance balance(Collection<String> accepted) {
        Map<String, Integer> times =
                accepted.stream().collect(Collectors.toMap(Function.identity(), id -> 1, Integer::sum));
        List<String> unaccounted = new ArrayList<>(wrong);
        Set<String> strangers = new HashSet<>(times.keySet());
        strangers.removeAll(sent.keySet());
        strangers.forEach(id -> unaccounted.add(id + " was accepted and never sent"));
        List<String> unknown = new ArrayList<>();
        sent.forEach((id, told) -> {
            int count = times.getOrDefault(id, 0);
            if (!isAccounted(id, told, count)) {
                unaccounted.add(
                        id + " was told " + told.map(Enum::name).orElse("nothing") + ", accepted " + count + " times");
            } else if (told.get() == Told.UNKNOWN) {
                unknown.add(id + (count == 0 ? ": not accepted" : ": accepted"));
            }
        });
        return new Balance(
                sent.size(),
                times.values().stream().filter(count -> count == 1).count(),
                times.values().stream().filter(count -> count > 1).count(),
                sent.values().stream()
                        .filter(told -> told.equals(Optional.of(Told.NOT_DELIVERED)))
                        .count(),
                unknown,
                unaccounted);
    }

    private boolean isAccounted(String id, Optional<Told> told, int count) {
        return told.isPresent()
                && count <= 1 + repetitions.getOrDefault(id, 0)
                && switch (told.get()) {
                    case DELIVERED -> count >= 1;
                    case NOT_DELIVERED -> count == 0;
                    case UNKNOWN -> true;
                };
    }

    /**
     * What became of all messages.
     *
     * @param sent how many messages there were
     * @param once messages that were accepted once
     * @param doubled messages that were accepted more often
     * @param notDelivered messages whose senders gave up, and know that they did not arrive
     * @param unknown messages whose senders cannot know it, and whether they arrived
     * @param unaccounted what does not fit together, a sentence each
     */
    record Balance(
            int sent, long once, long doubled, long notDelivered, List<String> unknown, List<String> unaccounted) {

        /** Messages that were never accepted. */
        long absent() {
            return sent - once - doubled;
        }

        /** @throws IllegalStateException if a message is not accounted for */
        void check() {
            if (!unaccounted.isEmpty()) {
                throw new IllegalStateException("not accounted for: " + String.join("; ", unaccounted));
            }
        }
    }
}
