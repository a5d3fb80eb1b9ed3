package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a table shows (message formats reference).
 *
 * @param headers the columns' names, at least one and distinct (our choice); required
 * @param rows the rows, each with a cell for each header, by the header's name; a null cell is written as an empty one;
 *     or null
 * @param styles widths and sticky parts, or null; read from beside {@code data} too (platform help), written inside
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record TableData(
        List<String> headers,
        @JsonSerialize(converter = WrittenEntries.class) List<Map<String, String>> rows,
        TableStyles styles,
        Map<String, Object> other)
        implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("headers", "rows", "styles");

    public TableData {
        headers = PlainValues.list(headers);
        rows = PlainValues.maps(rows);
        other = PlainValues.other(other, FIELDS);
    }

    public TableData(List<String> headers, List<Map<String, String>> rows, TableStyles styles) {
        this(headers, rows, styles, null);
    }

    /** Returns this table with one more row: a cell for each header, in the order of the headers. */
    TableData row(String... cells) {
        if (headers == null || cells.length != headers.size()) {
            throw new IllegalArgumentException("a row has a cell per header: " + cells.length + " cells for headers "
                    + (headers == null ? "that are absent" : headers));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(headers.get(i), cells[i]);
        }
        return new TableData(headers, PlainValues.plus(rows, row), styles, other);
    }

    TableData styles(TableStyles styles) {
        return new TableData(headers, rows, styles, other);
    }
}
