package io.github.camelcliq.internal.post;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;

/**
 * Says where a text stops being JSON, or where in an object there is something of which Jackson makes none. Both are
 * empty where nobody knows, and have a blank before them where somebody does.
 */
final class JsonErrorLocation {

    /** A map that holds itself has a path of a thousand steps. */
    private static final int MAX_STEPS = 10;

    private JsonErrorLocation() {}

    /** Such as {@code " (line 3, column 7)"}. */
    static String in(JsonProcessingException broken) {
        JsonLocation place = broken.getLocation();
        return place == null || place.getLineNr() < 0
                ? ""
                : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    /** Such as {@code " (not at /order/placed)"}: Jackson's path, written as the pointers of violations are. */
    static String in(IllegalArgumentException unwritable) {
        return unwritable.getCause() instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? " (not at " + pointer(mapping.getPath()) + ")"
                : "";
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path.subList(0, Math.min(path.size(), MAX_STEPS))) {
            String name = step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return path.size() > MAX_STEPS ? pointer.append("/…").toString() : pointer.toString();
    }
}
