package io.github.camelcliq.message;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pictures (message formats reference).
 *
 * @param title the slide's title, or null
 * @param data their http or https addresses; required
 * @param buttons its buttons, at most {@link MessageLimit#BUTTONS} buttons; or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record ImagesSlide(String title, List<String> data, List<Button> buttons, Map<String, Object> other)
        implements Slide {

    static final String TYPE = "images";
    static final Set<String> NAMES = Set.of("type", "title", "data", "buttons");

    public ImagesSlide {
        data = PlainValues.list(data);
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, NAMES);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** This slide with that title. */
    public ImagesSlide title(String heading) {
        return new ImagesSlide(heading, data, buttons, other);
    }

    /** This slide with one more button. */
    public ImagesSlide button(Button button) {
        return new ImagesSlide(title, data, PlainValues.plus(buttons, button), other);
    }

    /** This slide with one more button. */
    public ImagesSlide button(Button.Builder button) {
        return button(button.build());
    }

    /** This slide with an unknown field more. */
    public ImagesSlide other(String name, Object value) {
        return new ImagesSlide(title, data, buttons, PlainValues.plus(other, name, value));
    }
}
