package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.Set;

/**
 * What a button does when it is clicked, after an optional confirmation (buttons reference).
 *
 * @param data what is done; required
 * @param confirm the popup that must be confirmed first, or null; card buttons only
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
@JsonPropertyOrder("type")
public record Action(ActionData data, Confirmation confirm, Map<String, Object> other) implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("type", "data", "confirm");

    public Action {
        other = PlainValues.other(other, FIELDS);
    }

    /** Returns the type of the data. JSON has it beside the data. */
    @JsonProperty
    String type() {
        return data == null ? null : data.type();
    }

    public Action(ActionData data, Confirmation confirm) {
        this(data, confirm, null);
    }

    public Action(ActionData data) {
        this(data, null, null);
    }
}
