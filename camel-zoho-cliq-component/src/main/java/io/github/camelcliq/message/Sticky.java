package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * The rows and columns of a table that stay in sight (message formats reference).
 *
 * @param rows how many rows, 0 to {@link MessageLimit#TABLE_STICKY}; or null
 * @param columns how many columns, 0 to {@link MessageLimit#TABLE_STICKY}; or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record Sticky(Integer rows, Integer columns, Map<String, Object> other) implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("rows", "columns");

    public Sticky {
        other = PlainValues.other(other, FIELDS);
    }

    public Sticky(Integer rows, Integer columns) {
        this(rows, columns, null);
    }
}
