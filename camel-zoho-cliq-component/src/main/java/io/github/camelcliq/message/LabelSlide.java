package io.github.camelcliq.message;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names with their values, as {@code {"Key": "Value"}} (message formats reference) or {@code {"label": …, "value": …}}
 * (message cards and bots references).
 *
 * @param title the slide's title, or null
 * @param data the entries, each an object of one or more strings; required
 * @param buttons its buttons, at most {@link MessageLimit#BUTTONS} buttons; or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record LabelSlide(String title, List<Map<String, String>> data, List<Button> buttons, Map<String, Object> other)
        implements Slide {

    static final String TYPE = "label";
    static final Set<String> NAMES = Set.of("type", "title", "data", "buttons");

    public LabelSlide {
        data = PlainValues.maps(data);
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, NAMES);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** This slide with that title. */
    public LabelSlide title(String heading) {
        return new LabelSlide(heading, data, buttons, other);
    }

    /** This slide with one more name and its value. */
    public LabelSlide label(String name, String value) {
        return new LabelSlide(title, PlainValues.plus(data, Collections.singletonMap(name, value)), buttons, other);
    }

    /** This slide with one more button. */
    public LabelSlide button(Button button) {
        return new LabelSlide(title, data, PlainValues.plus(buttons, button), other);
    }

    /** This slide with one more button. */
    public LabelSlide button(Button.Builder button) {
        return button(button.build());
    }

    /** This slide with an unknown field more. */
    public LabelSlide other(String name, Object value) {
        return new LabelSlide(title, data, buttons, PlainValues.plus(other, name, value));
    }
}
