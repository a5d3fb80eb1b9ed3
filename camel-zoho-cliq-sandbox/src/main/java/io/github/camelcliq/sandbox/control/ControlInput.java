package io.github.camelcliq.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.judging.MalformedJsonException;
import io.github.camelcliq.sandbox.judging.StrictJson;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object sent to the control API. All methods throw {@code IllegalArgumentException}, with a sentence for the
 * sender, if a value is missing or wrong.
 */
final class ControlInput {

    /** Longer than any real wait, and well within the range of dates. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final JsonNode object;

    private ControlInput(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads a body.
     *
     * @param keys the keys that it may have
     */
    static ControlInput of(byte[] body, String... keys) {
        try {
            return of(StrictJson.read(StrictJson.text(body)), keys);
        } catch (MalformedJsonException malformed) {
            throw new IllegalArgumentException("The body " + malformed.getMessage() + ".", malformed);
        }
    }

    private static ControlInput of(JsonNode object, String... keys) {
        refuse(!object.isObject(), "The body is not a JSON object.");
        List<String> known = Arrays.asList(keys);
        object.fieldNames()
                .forEachRemaining(key -> refuse(
                        !known.contains(key),
                        "The body has an unknown key. Known keys are " + String.join(", ", known) + "."));
        return new ControlInput(object);
    }

    boolean has(String key) {
        return object.hasNonNull(key);
    }

    String text(String key) {
        refuse(!object.path(key).isTextual(), key + " must be a string.");
        return object.path(key).textValue();
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    int number(String key) {
        JsonNode number = object.path(key);
        refuse(!number.isIntegralNumber() || !number.canConvertToInt(), key + " must be a whole number.");
        return number.intValue();
    }

    int number(String key, int otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        refuse(has(key) && !object.path(key).isBoolean(), key + " must be true or false.");
        return has(key) ? object.path(key).booleanValue() : otherwise;
    }

    Duration duration(String key) {
        try {
            Duration duration = Duration.parse(text(key));
            refuse(duration.compareTo(LONGEST) > 0, key + " must be at most " + LONGEST.toDays() + " days.");
            return duration;
        } catch (DateTimeParseException none) {
            throw new IllegalArgumentException(key + " must be a duration such as PT10M.", none);
        }
    }

    Duration duration(String key, Duration otherwise) {
        return has(key) ? duration(key) : otherwise;
    }

    /** Returns an object of strings under a key; an empty one if there is none. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (has(key)) {
            refuse(!object.path(key).isObject(), key + " must be a JSON object.");
            for (Map.Entry<String, JsonNode> entry : object.path(key).properties()) {
                refuse(!entry.getValue().isTextual(), "the values of " + key + " must be strings.");
                texts.put(entry.getKey(), entry.getValue().textValue());
            }
        }
        return texts;
    }

    private static void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
