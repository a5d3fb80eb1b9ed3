package io.github.camelcliq.message;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a table is shown (message formats reference).
 *
 * @param width the columns' widths, one per header, each 1 to {@link MessageLimit#TABLE_WIDTH} percent, together 100;
 *     or null
 * @param sticky what stays in sight, or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record TableStyles(List<Integer> width, Sticky sticky, Map<String, Object> other) implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("width", "sticky");

    public TableStyles {
        width = PlainValues.list(width);
        other = PlainValues.other(other, FIELDS);
    }

    public TableStyles(List<Integer> width, Sticky sticky) {
        this(width, sticky, null);
    }
}
