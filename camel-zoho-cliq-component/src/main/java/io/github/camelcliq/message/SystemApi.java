package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * A click that runs an action that Cliq offers (buttons reference).
 *
 * @param api {@code audiocall/{zuid}}, {@code videocall/{zuid}}, {@code startchat/{zuid}}, {@code invite/{zuid}}, or
 *     {@code locationpermission}; required
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record SystemApi(String api, Map<String, Object> other) implements ActionData {

    /** The type as JSON spells it. */
    public static final String TYPE = "system.api";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("api");

    public SystemApi {
        other = PlainValues.other(other, FIELDS);
    }

    public SystemApi(String api) {
        this(api, null);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
