package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * How a message as a whole is shown (bots reference).
 *
 * @param background the colour behind it, or null
 * @param markdown whether {@code text} is read as markdown, or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record MessageStyles(Background background, Boolean markdown, Map<String, Object> other) implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("background", "markdown");

    public MessageStyles {
        other = PlainValues.other(other, FIELDS);
    }

    public MessageStyles(Background background, Boolean markdown) {
        this(background, markdown, null);
    }
}
