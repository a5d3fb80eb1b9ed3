package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A category of a graph with its figures (message formats reference).
 *
 * @param category the category's name; required, at most {@link MessageLimit#CHART_LABEL} UTF-16 units
 * @param values its figures; required, 1 (our choice) to {@link MessageLimit#GRAPH_VALUES} values
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record GraphCategory(
        String category,
        @JsonSerialize(converter = WrittenEntries.class) List<ChartEntry> values,
        Map<String, Object> other)
        implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("category", "values");

    public GraphCategory {
        values = PlainValues.list(values);
        other = PlainValues.other(other, FIELDS);
    }

    public GraphCategory(String category, List<ChartEntry> values) {
        this(category, values, null);
    }
}
