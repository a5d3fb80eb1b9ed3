package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * One choice of a poll (message cards reference).
 *
 * @param text what is shown; required, at most {@link MessageLimit#POLL_OPTION} UTF-16 units
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record PollOption(String text, Map<String, Object> other) implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("text");

    public PollOption {
        other = PlainValues.other(other, FIELDS);
    }

    public PollOption(String text) {
        this(text, null);
    }
}
