package io.github.camelcliq.message;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text (message formats reference).
 *
 * @param title the slide's title, or null
 * @param data the text; required
 * @param buttons its buttons, at most {@link MessageLimit#BUTTONS} buttons; or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record TextSlide(String title, String data, List<Button> buttons, Map<String, Object> other) implements Slide {

    static final String TYPE = "text";
    static final Set<String> NAMES = Set.of("type", "title", "data", "buttons");

    public TextSlide {
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, NAMES);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** This slide with that title. */
    public TextSlide title(String heading) {
        return new TextSlide(heading, data, buttons, other);
    }

    /** This slide with one more button. */
    public TextSlide button(Button button) {
        return new TextSlide(title, data, PlainValues.plus(buttons, button), other);
    }

    /** This slide with one more button. */
    public TextSlide button(Button.Builder button) {
        return button(button.build());
    }

    /** This slide with an unknown field more. */
    public TextSlide other(String name, Object value) {
        return new TextSlide(title, data, buttons, PlainValues.plus(other, name, value));
    }
}
