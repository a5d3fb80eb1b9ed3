package io.github.camelcliq.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.json.MessageJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form that opens for the person who clicked.
 *
 * @param title the heading; required
 * @param name the name of the form in the call after its submission; required, at most {@value #NAME_LENGTH} UTF-16
 *     units
 * @param hint the line below the heading; {@code null} for none
 * @param buttonLabel the label of the submit button; {@code null} for Cliq's default
 * @param inputs the fields, as JSON objects in the format of the reference; at least one
 * @param function the name of the function that gets the submitted values; required
 * @param navigation whether Cliq shows a way back
 * @param other further fields of the form, such as {@code trigger_on_cancel}; sent unchanged
 */
public record FormReply(
        String title,
        String name,
        String hint,
        String buttonLabel,
        List<Map<String, Object>> inputs,
        String function,
        boolean navigation,
        Map<String, Object> other)
        implements FunctionReply {

    /** The longest name of a form, in UTF-16 units (forms reference). */
    public static final int NAME_LENGTH = 50;

    static final Set<String> NAMES = Set.of(
            ReplyFields.TYPE, ReplyFields.NAVIGATION, "title", "name", "hint", "button_label", "inputs", "action");

    /** @throws IllegalArgumentException if inputs or other fields are not JSON */
    public FormReply {
        inputs = inputs.stream().map(CallNodes::unmodifiable).toList();
        other = CallNodes.unmodifiable(other);
        MessageJson.toTree(inputs);
        MessageJson.toTree(other);
        if (other.keySet().stream().anyMatch(NAMES::contains)) {
            throw new IllegalArgumentException("other fields must not have the name of a field of the form");
        }
    }

    /** Returns a builder of a form. The name, an input and the function are required too. */
    public static Builder titled(String title) {
        return new Builder(title);
    }

    @Override
    public FormReply withNavigation() {
        return new FormReply(title, name, hint, buttonLabel, inputs, function, true, other);
    }

    @Override
    public ObjectNode output() {
        ObjectNode output = JsonNodeFactory.instance
                .objectNode()
                .put(ReplyFields.TYPE, ReplyFields.FORM)
                .put("title", title)
                .put("name", name);
        putText(output, "hint", hint);
        putText(output, "button_label", buttonLabel);
        JsonNode fields = MessageJson.toTree(inputs);
        output.set("inputs", fields);
        output.putObject("action").put(ReplyFields.TYPE, ReplyFields.INVOKE).put("name", function);
        if (navigation) {
            output.put(ReplyFields.NAVIGATION, true);
        }
        return output.setAll((ObjectNode) MessageJson.toTree(other));
    }

    private static void putText(ObjectNode output, String field, String text) {
        if (text != null) {
            output.put(field, text);
        }
    }

    /** Builds a form. Not safe for several threads. */
    public static final class Builder {

        private final String title;
        private String name;
        private String hint;
        private String buttonLabel;
        private final List<Map<String, Object>> inputs = new ArrayList<>();
        private String function;
        private final Map<String, Object> other = new LinkedHashMap<>();

        private Builder(String title) {
            this.title = title;
        }

        /**
         * Sets the name of the form in the call after its submission; at most {@value FormReply#NAME_LENGTH} UTF-16
         * units.
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Sets the line below the heading. */
        public Builder hint(String hint) {
            this.hint = hint;
            return this;
        }

        /** Sets the label of the submit button. */
        public Builder buttonLabel(String buttonLabel) {
            this.buttonLabel = buttonLabel;
            return this;
        }

        /** Adds a field, as a JSON object in the format of the reference. */
        public Builder input(Map<String, Object> input) {
            inputs.add(input);
            return this;
        }

        /** Sets the function that gets the submitted values. */
        public Builder function(String function) {
            this.function = function;
            return this;
        }

        /** Sets a further field of the form, which is sent unchanged. */
        public Builder other(String field, Object value) {
            other.put(field, value);
            return this;
        }

        /**
         * Builds the form. Only checks that it is JSON; {@link ReplyReader} checks the rules.
         *
         * @throws IllegalArgumentException if inputs or other fields are not JSON
         */
        public FormReply build() {
            return new FormReply(
                    title, name, hint, buttonLabel, Collections.unmodifiableList(inputs), function, false, other);
        }
    }
}
