package io.github.camelcliq.sandbox.control;

import io.github.camelcliq.sandbox.DestinationKind;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.state.MessageLog;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A query for messages to the control API.
 *
 * @param chat only messages to this target; all targets if empty
 * @param kind only messages to this kind of target
 * @param since only messages with a higher sequence
 * @param limit the largest number of messages, the newest
 * @param enough the number of messages to wait for; 0 answers at once
 * @param timeout the longest wait; after it, the answer has the messages of that time
 */
record MessageQuery(
        Optional<String> chat, Optional<DestinationKind> kind, long since, int limit, int enough, Duration timeout) {

    /** How long a request waits for messages by default. */
    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /** How long a request may wait for messages. */
    static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

    /**
     * Reads the query parameters.
     *
     * @throws IllegalArgumentException with a sentence for the sender, if a parameter cannot be read
     */
    static MessageQuery of(MultiMap parameters) {
        return new MessageQuery(
                Optional.ofNullable(parameters.get("chat")),
                Optional.ofNullable(parameters.get("kind")).map(MessageQuery::kind),
                number(parameters, "since", 0, Long.MAX_VALUE),
                (int) number(parameters, "limit", Integer.MAX_VALUE, Integer.MAX_VALUE),
                (int) number(parameters, "wait", 0, Integer.MAX_VALUE),
                timeout(parameters.get("timeout")));
    }

    boolean matches(ReceivedMessage message) {
        return message.sequence() > since
                && kind.map(wanted -> wanted == message.kind()).orElse(true)
                && chat.map(wanted -> wanted.equals(message.target())).orElse(true);
    }

    /** Returns the messages asked for, oldest first. */
    List<ReceivedMessage> in(MessageLog log) {
        List<ReceivedMessage> found =
                log.after(since).stream().filter(this::matches).toList();
        return found.subList(Math.max(0, found.size() - limit), found.size());
    }

    private static DestinationKind kind(String label) {
        return Arrays.stream(DestinationKind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind must be one of " + kinds() + "."));
    }

    private static String kinds() {
        return Arrays.stream(DestinationKind.values())
                .map(DestinationKind::label)
                .collect(Collectors.joining(", "));
    }

    private static long number(MultiMap parameters, String name, long otherwise, long most) {
        String text = parameters.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(name + " must be a whole number, 0 or more.");
        }
        return Long.parseLong(text);
    }

    private static Duration timeout(String text) {
        if (text == null) {
            return DEFAULT_TIMEOUT;
        }
        Duration timeout = duration(text);
        if (timeout.isNegative() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("timeout must be PT0S to " + LONGEST_TIMEOUT + ".");
        }
        return timeout;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException none) {
            throw new IllegalArgumentException("timeout must be a duration such as PT5S.", none);
        }
    }
}
