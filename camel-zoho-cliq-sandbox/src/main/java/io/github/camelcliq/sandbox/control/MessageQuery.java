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
 * Which messages somebody asks the control API for.
 *
 * @param chat only those to this target; everywhere where empty
 * @param kind only those to this kind of target
 * @param since only those with a higher sequence
 * @param limit at most so many, the newest
 * @param enough answer once there are so many; 0 answers at once
 * @param timeout answer after this time with what is there then
 */
record MessageQuery(
        Optional<String> chat, Optional<DestinationKind> kind, long since, int limit, int enough, Duration timeout) {

    /** How long a request waits for messages where it does not say. */
    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /** How long a request may wait for messages. */
    static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

    /**
     * Reads the query parameters of that name.
     *
     * @throws IllegalArgumentException with a sentence for the sender, where one of them cannot be read
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

    /** The messages asked for, oldest first. */
    List<ReceivedMessage> in(MessageLog log) {
        List<ReceivedMessage> found =
                log.after(since).stream().filter(this::matches).toList();
        return found.subList(Math.max(0, found.size() - limit), found.size());
    }

    private static DestinationKind kind(String label) {
        return Arrays.stream(DestinationKind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind is one of " + kinds() + "."));
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
            throw new IllegalArgumentException(name + " is a whole number that is not negative.");
        }
        return Long.parseLong(text);
    }

    private static Duration timeout(String text) {
        if (text == null) {
            return DEFAULT_TIMEOUT;
        }
        Duration timeout = duration(text);
        if (timeout.isNegative() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("timeout is at most " + LONGEST_TIMEOUT + ", and not negative.");
        }
        return timeout;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException none) {
            throw new IllegalArgumentException("timeout is a duration such as PT5S.", none);
        }
    }
}
