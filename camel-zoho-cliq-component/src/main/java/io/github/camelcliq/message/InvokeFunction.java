package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * A click that runs a Cliq function (buttons reference).
 *
 * @param name the function's name; required
 * @param owner the email of the function's creator; required for card buttons, may be null for instant buttons
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record InvokeFunction(String name, String owner, Map<String, Object> other) implements ActionData {

    /** The type as JSON spells it. */
    public static final String TYPE = "invoke.function";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("name", "owner");

    public InvokeFunction {
        other = PlainValues.other(other, FIELDS);
    }

    public InvokeFunction(String name, String owner) {
        this(name, owner, null);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
