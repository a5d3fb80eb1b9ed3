package io.github.camelcliq.message;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of entries (message formats reference).
 *
 * @param title the slide's title, or null
 * @param data the entries; required
 * @param styles how it is shown, or null
 * @param buttons its buttons, at most {@link MessageLimit#BUTTONS} buttons; or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record ListSlide(
        String title, List<String> data, ListStyles styles, List<Button> buttons, Map<String, Object> other)
        implements Slide {

    static final String TYPE = "list";
    static final Set<String> NAMES = Set.of("type", "title", "data", "buttons", "styles");

    public ListSlide {
        data = PlainValues.list(data);
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, NAMES);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** This slide with that title. */
    public ListSlide title(String heading) {
        return new ListSlide(heading, data, styles, buttons, other);
    }

    /** This slide with that marker before each entry. */
    public ListSlide marker(ListMarker marker) {
        return new ListSlide(title, data, new ListStyles(marker), buttons, other);
    }

    /** This slide with one more button. */
    public ListSlide button(Button button) {
        return new ListSlide(title, data, styles, PlainValues.plus(buttons, button), other);
    }

    /** This slide with one more button. */
    public ListSlide button(Button.Builder button) {
        return button(button.build());
    }

    /** This slide with an unknown field more. */
    public ListSlide other(String name, Object value) {
        return new ListSlide(title, data, styles, buttons, PlainValues.plus(other, name, value));
    }
}
