package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * A name and its value in a card's section (message cards reference).
 *
 * @param title the name; required
 * @param value the value; a field whose value is null is left out of the message, and one that JSON does not have is a
 *     violation
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record CardField(String title, String value, Map<String, Object> other) implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("title", "value");

    public CardField {
        other = PlainValues.other(other, FIELDS);
    }

    public CardField(String title, String value) {
        this(title, value, null);
    }
}
