package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * A click that copies a text to the clipboard (buttons reference).
 *
 * @param text what is copied; required, at most {@link MessageLimit#COPY_TEXT} UTF-16 units, and not blank (our choice)
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record Copy(String text, Map<String, Object> other) implements ActionData {

    /** The type as JSON spells it. */
    public static final String TYPE = "copy";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("text");

    public Copy {
        other = PlainValues.other(other, FIELDS);
    }

    public Copy(String text) {
        this(text, null);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
