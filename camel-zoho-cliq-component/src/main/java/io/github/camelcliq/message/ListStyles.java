package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * How a list is shown (message formats reference).
 *
 * @param type what stands before each entry, or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record ListStyles(ListMarker type, Map<String, Object> other) implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("type");

    public ListStyles {
        other = PlainValues.other(other, FIELDS);
    }

    public ListStyles(ListMarker type) {
        this(type, null);
    }
}
