package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * A named figure of a chart or graph (message formats reference).
 *
 * @param label the figure's name; required, at most {@link MessageLimit#CHART_LABEL} UTF-16 units
 * @param value the figure, a {@code String} or a {@code Number}, kept as Integer, Long, BigInteger or BigDecimal;
 *     another type is an {@link IllegalArgumentException}. An entry whose figure is null is left out of the message,
 *     and one that JSON does not have is a violation
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record ChartEntry(String label, Object value, Map<String, Object> other) implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("label", "value");

    public ChartEntry {
        if (value instanceof Number number) {
            value = PlainValues.number(number);
        } else if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException(
                    "a figure is a number or a string, not " + value.getClass().getName());
        }
        other = PlainValues.other(other, FIELDS);
    }

    /** Returns an entry with a figure as a number. */
    public static ChartEntry of(String label, Number value) {
        return new ChartEntry(label, value, null);
    }

    /** Returns an entry with a figure as text. */
    public static ChartEntry of(String label, String value) {
        return new ChartEntry(label, value, null);
    }
}
