package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * How a percentage chart is shown (message formats reference).
 *
 * @param preview how it is first drawn, or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record PercentageChartStyles(PercentageChartPreview preview, Map<String, Object> other) implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("preview");

    public PercentageChartStyles {
        other = PlainValues.other(other, FIELDS);
    }

    public PercentageChartStyles(PercentageChartPreview preview) {
        this(preview, null);
    }
}
