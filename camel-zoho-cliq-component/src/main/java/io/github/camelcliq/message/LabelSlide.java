package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names with their values, as {@code {"Key": "Value"}} (message formats reference) or {@code {"label": …, "value": …}}
 * (message cards and bots references).
 *
 * @param title the slide's title, or null
 * @param data the entries, each an object of one or more strings; a null string is written as an empty one; required
 * @param buttons its buttons, at most {@link MessageLimit#BUTTONS} buttons; or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record LabelSlide(
        String title,
        @JsonSerialize(converter = WrittenEntries.class) List<Map<String, String>> data,
        List<Button> buttons,
        Map<String, Object> other)
        implements Slide {

    /** The type as JSON spells it. */
    public static final String TYPE = "label";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("type", "title", "data", "buttons");

    public LabelSlide {
        data = PlainValues.maps(data);
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, FIELDS);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Builds labels. Not safe for several threads. */
    public static final class Builder extends Slide.Builder {

        private List<Map<String, String>> data;

        Builder(List<Map<String, String>> data) {
            this.data = data;
        }

        /** Adds a name and its value. */
        public Builder label(String name, String value) {
            this.data = PlainValues.plus(data, Collections.singletonMap(name, value));
            return this;
        }

        @Override
        public LabelSlide build() {
            return new LabelSlide(title, data, buttons, other);
        }
    }
}
