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

    /** The type as JSON spells it. */
    public static final String TYPE = "text";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("type", "title", "data", "buttons");

    public TextSlide {
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, FIELDS);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static Slide.Builder builder(String data) {
        return new Slide.Builder() {
            @Override
            public Slide build() {
                return new TextSlide(title, data, buttons, other);
            }
        };
    }
}
