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
        implements FluentSlide<TableSlide> {

    static final String TYPE = "table";
    static final Set<String> NAMES = Set.of("type", "title", "data", "buttons", "styles");

    public TableSlide {
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, NAMES);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public TableSlide with(String newTitle, List<Button> newButtons, Map<String, Object> newOther) {
        return new TableSlide(newTitle, data, newButtons, newOther);
    }

    /** This slide with one more row: a cell per header, in the headers' order. */
    public TableSlide row(String... cells) {
        return data(data.row(cells));
    }

    /** This slide with columns as wide as that, in percent, one figure per header, together 100. */
    public TableSlide widths(Integer... percent) {
        return data(data.styles(new TableStyles(
                Arrays.asList(percent),
                data.styles() == null ? null : data.styles().sticky())));
    }

    /** This slide with that many rows and columns kept in sight. */
    public TableSlide sticky(Integer rows, Integer columns) {
        return data(data.styles(
                new TableStyles(data.styles() == null ? null : data.styles().width(), new Sticky(rows, columns))));
    }

    private TableSlide data(TableData data) {
        return new TableSlide(title, data, buttons, other);
    }
}
