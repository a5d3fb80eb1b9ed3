package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
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
public record ImagesSlide(
        String title,
        @JsonSerialize(converter = WrittenEntries.class) List<String> data,
        List<Button> buttons,
        Map<String, Object> other)
        implements Slide {

    /** The type as JSON spells it. */
    public static final String TYPE = "images";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("type", "title", "data", "buttons");

    public ImagesSlide {
        data = PlainValues.list(data);
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, FIELDS);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static Slide.Builder builder(List<String> data) {
        return new Slide.Builder() {
            @Override
            public Slide build() {
                return new ImagesSlide(title, data, buttons, other);
            }
        };
    }
}
