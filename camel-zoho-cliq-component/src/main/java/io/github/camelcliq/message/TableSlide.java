package io.github.camelcliq.message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table (message formats reference).
 *
 * @param title the slide's title, or null
 * @param data headers, rows and styles; required
 * @param buttons its buttons, at most {@link MessageLimit#BUTTONS} buttons; or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record TableSlide(String title, TableData data, List<Button> buttons, Map<String, Object> other)
        implements Slide {

    /** The type as JSON spells it. */
    public static final String TYPE = "table";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("type", "title", "data", "buttons", "styles");

    public TableSlide {
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, FIELDS);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Builds a table. Not safe for several threads. */
    public static final class Builder extends Slide.Builder {

        private TableData data;

        Builder(TableData data) {
            this.data = data;
        }

        /** Adds a row: a cell for each header, in the order of the headers. */
        public Builder row(String... cells) {
            this.data = data.row(cells);
            return this;
        }

        /** Sets the widths of the columns in percent: one for each header, together 100. */
        public Builder widths(Integer... percent) {
            Sticky sticky = data.styles() == null ? null : data.styles().sticky();
            this.data = data.styles(new TableStyles(Arrays.asList(percent), sticky));
            return this;
        }

        /** Sets how many rows and columns stay in sight. */
        public Builder sticky(Integer rows, Integer columns) {
            List<Integer> width = data.styles() == null ? null : data.styles().width();
            this.data = data.styles(new TableStyles(width, new Sticky(rows, columns)));
            return this;
        }

        @Override
        public TableSlide build() {
            return new TableSlide(title, data, buttons, other);
        }
    }
}
