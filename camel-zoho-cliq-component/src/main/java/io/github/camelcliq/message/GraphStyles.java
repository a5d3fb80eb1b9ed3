package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * How a graph is shown (message formats reference).
 *
 * @param preview how it is first drawn, or null
 * @param xAxis the name of the horizontal axis, at most {@link MessageLimit#CHART_LABEL} UTF-16 units; or null
 * @param yAxis the name of the vertical axis, at most {@link MessageLimit#CHART_LABEL} UTF-16 units; or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record GraphStyles(GraphPreview preview, String xAxis, String yAxis, Map<String, Object> other)
        implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("preview", "x_axis", "y_axis");

    public GraphStyles {
        other = PlainValues.other(other, FIELDS);
    }

    public GraphStyles(GraphPreview preview, String xAxis, String yAxis) {
        this(preview, xAxis, yAxis, null);
    }
}
