package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * The name and picture under which a message appears; it restyles the user's own post (bots reference).
 *
 * @param name the name shown, or null
 * @param image the picture's address, or null; any string, since the reference says no more
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record BotIdentity(String name, String image, Map<String, Object> other) implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("name", "image");

    public BotIdentity {
        other = PlainValues.other(other, FIELDS);
    }

    public BotIdentity(String name, String image) {
        this(name, image, null);
    }
}
