package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.Set;

/**
 * An input field for a user's webhook token: {@code {"type": "user_webhook_token"}} (buttons reference).
 *
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
@JsonPropertyOrder("type")
public record TokenPrompt(Map<String, Object> other) implements ConfirmationInput, MessagePart {

    /** The type as JSON spells it. */
    public static final String TYPE = "user_webhook_token";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("type");

    public TokenPrompt {
        other = PlainValues.other(other, FIELDS);
    }

    @JsonProperty
    String type() {
        return TYPE;
    }

    public TokenPrompt() {
        this(null);
    }
}
