package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph of values by category (message formats reference).
 *
 * @param title the slide's title, or null
 * @param data the categories; required, 1 (our choice) to {@link MessageLimit#GRAPH_CATEGORIES} categories
 * @param styles how it is shown, or null
 * @param buttons its buttons, at most {@link MessageLimit#BUTTONS} buttons; or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record GraphSlide(
        String title,
        @JsonSerialize(converter = WrittenEntries.class) List<GraphCategory> data,
        GraphStyles styles,
        List<Button> buttons,
        Map<String, Object> other)
        implements FluentSlide<GraphSlide> {

    static final String TYPE = "graph";
    static final Set<String> NAMES = Set.of("type", "title", "data", "buttons", "styles");

    public GraphSlide {
        data = PlainValues.list(data);
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, NAMES);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public GraphSlide with(String newTitle, List<Button> newButtons, Map<String, Object> newOther) {
        return new GraphSlide(newTitle, data, styles, newButtons, newOther);
    }

    /** This slide with one more category, of at most {@link MessageLimit#GRAPH_VALUES} values. */
    public GraphSlide category(String category, ChartEntry... values) {
        return new GraphSlide(
                title,
                PlainValues.plus(data, new GraphCategory(category, Arrays.asList(values))),
                styles,
                buttons,
                other);
    }

    /** This slide shown like that. */
    public GraphSlide styles(GraphPreview preview, String xAxis, String yAxis) {
        return new GraphSlide(title, data, new GraphStyles(preview, xAxis, yAxis), buttons, other);
    }
}
