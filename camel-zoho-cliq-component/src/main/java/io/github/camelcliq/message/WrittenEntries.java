package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts the entries of a list to what is written: without left-out entries, and with an empty text for a null cell.
 */
final class WrittenEntries extends StdConverter<List<?>, List<?>> {

    @Override
    public List<?> convert(List<?> entries) {
        List<Object> written = new ArrayList<>(entries.size());
        for (Object entry : entries) {
            if (!PlainValues.isLeftOut(entry)) {
                written.add(entry instanceof Map<?, ?> cells ? withoutNull(cells) : entry);
            }
        }
        return written;
    }

    private static Map<?, ?> withoutNull(Map<?, ?> cells) {
        Map<Object, Object> written = new LinkedHashMap<>(cells);
        written.replaceAll((name, cell) -> cell == null ? "" : cell);
        return written;
    }
}
