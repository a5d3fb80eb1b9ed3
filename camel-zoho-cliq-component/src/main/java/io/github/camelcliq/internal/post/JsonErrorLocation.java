package io.github.camelcliq.internal.post;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;

/**
 * Returns where a text is not valid JSON, or which part of an object Jackson cannot write. The result is empty if the
 * place is unknown; otherwise it begins with a space.
 */
final class JsonErrorLocation {

    /** A map that contains itself has a path of a thousand steps. */
    private static final int MAX_STEPS = 10;

    private JsonErrorLocation() {}

    /** Returns a place such as {@code " (line 3, column 7)"}. */
    static String in(JsonProcessingException broken) {
        JsonLocation place = broken.getLocation();
        return place == null || place.getLineNr() < 0
                ? ""
                : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    /** Returns a place such as {@code " (not at /order/placed)"}: Jackson's path as a JSON pointer. */
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
