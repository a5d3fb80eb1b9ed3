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
        implements Slide {

    /** The type as JSON spells it. */
    public static final String TYPE = "graph";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("type", "title", "data", "buttons", "styles");

    public GraphSlide {
        data = PlainValues.list(data);
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, FIELDS);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Builds a graph. Not safe for several threads. */
    public static final class Builder extends Slide.Builder {

        private List<GraphCategory> data;
        private GraphStyles styles;

        Builder(List<GraphCategory> data, GraphStyles styles) {
            this.data = data;
            this.styles = styles;
        }

        /** Adds a category, of at most {@link MessageLimit#GRAPH_VALUES} values. */
        public Builder category(String category, ChartEntry... values) {
            this.data = PlainValues.plus(data, new GraphCategory(category, Arrays.asList(values)));
            return this;
        }

        /** Sets how it is shown, and the names of its axes. */
        public Builder styles(GraphPreview preview, String xAxis, String yAxis) {
            this.styles = new GraphStyles(preview, xAxis, yAxis);
            return this;
        }

        @Override
        public GraphSlide build() {
            return new GraphSlide(title, data, styles, buttons, other);
        }
    }
}
