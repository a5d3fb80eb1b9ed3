package io.github.camelcliq.message;

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
        String title, List<GraphCategory> data, GraphStyles styles, List<Button> buttons, Map<String, Object> other)
        implements Slide {

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

    /** This slide with that title. */
    public GraphSlide title(String heading) {
        return new GraphSlide(heading, data, styles, buttons, other);
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

    /** This slide with one more button. */
    public GraphSlide button(Button button) {
        return new GraphSlide(title, data, styles, PlainValues.plus(buttons, button), other);
    }

    /** This slide with one more button. */
    public GraphSlide button(Button.Builder button) {
        return button(button.build());
    }

    /** This slide with an unknown field more. */
    public GraphSlide other(String name, Object value) {
        return new GraphSlide(title, data, styles, buttons, PlainValues.plus(other, name, value));
    }
}
