package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
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
        String title,
        @JsonSerialize(converter = WrittenEntries.class) List<String> data,
        ListStyles styles,
        List<Button> buttons,
        Map<String, Object> other)
        implements Slide {

    /** The type as JSON spells it. */
    public static final String TYPE = "list";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("type", "title", "data", "buttons", "styles");

    public ListSlide {
        data = PlainValues.list(data);
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, FIELDS);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Builds a list. Not safe for several threads. */
    public static final class Builder extends Slide.Builder {

        private final List<String> data;
        private ListStyles styles;

        Builder(List<String> data, ListStyles styles) {
            this.data = data;
            this.styles = styles;
        }

        /** Sets the marker before each entry. */
        public Builder marker(ListMarker marker) {
            this.styles = new ListStyles(marker);
            return this;
        }

        @Override
        public ListSlide build() {
            return new ListSlide(title, data, styles, buttons, other);
        }
    }
}
