package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Set;

/**
 * A button inside the text: {@code [Label]($key)} there, and this under {@code references.key} (buttons reference).
 *
 * @param label what stands on it; required, at most {@link MessageLimit#BUTTON_LABEL} UTF-16 units
 * @param type its look, or null
 * @param action what a click does, without a confirmation: a function, a system api, or a copy; required
 * @param arguments what the function gets, or null; plain values like those of {@link MessagePart#other()}
 * @param other unknown fields of the button's own object, see {@link MessagePart#other()}; null counts as none
 * @param referenceOther unknown fields of the reference around it, beside {@code type} and {@code object}; the same
 *     kind of map
 */
public record InstantButton(
        String label,
        ButtonStyle type,
        Action action,
        Map<String, Object> arguments,
        Map<String, Object> other,
        Map<String, Object> referenceOther)
        implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("label", "type", "action", "arguments");

    /** The names of the fields around the button, in JSON. */
    public static final Set<String> REFERENCE_FIELDS = Set.of("type", "object");

    public InstantButton {
        arguments = PlainValues.object(arguments);
        other = PlainValues.other(other, FIELDS);
        referenceOther = PlainValues.other(referenceOther, REFERENCE_FIELDS);
    }

    /** Returns the reference as Cliq has it: the button is an object inside. */
    @JsonValue
    Object reference() {
        record Own(
                String label,
                ButtonStyle type,
                Action action,
                Map<String, Object> arguments,
                @JsonAnyGetter Map<String, Object> other) {}

        record Reference(
                String type, Own object, @JsonAnyGetter Map<String, Object> other) {}

        return new Reference("button", new Own(label, type, action, arguments, other), referenceOther);
    }

    /**
     * Returns a builder of a button. It needs an action. Its type is {@link ButtonStyle#POSITIVE} until another is set.
     */
    public static Builder labelled(String label) {
        return new Builder(label);
    }

    /** Builds an instant button. Not safe for several threads. */
    public static final class Builder {

        private final String label;
        private ButtonStyle type = ButtonStyle.POSITIVE;
        private Action action;
        private Map<String, Object> arguments;
        private Map<String, Object> other = Map.of();

        private Builder(String label) {
            this.label = label;
        }

        /** Sets the look; {@link ButtonStyle#POSITIVE} by default. Null removes it. */
        public Builder type(ButtonStyle type) {
            this.type = type;
            return this;
        }

        /** Runs a Cliq function of the person the message is posted as. */
        public Builder invoke(String function) {
            return invoke(function, null);
        }

        /** Runs a Cliq function; the owner may be null. */
        public Builder invoke(String function, String owner) {
            return action(new InvokeFunction(function, owner));
        }

        /** Copies a text to the clipboard, 1 to {@link MessageLimit#COPY_TEXT} UTF-16 units. */
        public Builder copy(String text) {
            return action(new Copy(text));
        }

        /** Runs an action that Cliq offers, such as {@code startchat/{zuid}}. */
        public Builder system(String api) {
            return action(new SystemApi(api));
        }

        /** Sets what a click does: a function, a system api or a copy. */
        public Builder action(ActionData data) {
            return action(data == null ? null : new Action(data));
        }

        /** Sets what a click does, with unknown fields; a confirmation is refused at {@link RuleLevel#STRICT}. */
        public Builder action(Action action) {
            this.action = action;
            return this;
        }

        /** Adds an argument of the function. */
        public Builder argument(String name, Object value) {
            this.arguments = PlainValues.plus(arguments == null ? Map.of() : arguments, name, value);
            return this;
        }

        /** Replaces all arguments of the function. */
        public Builder arguments(Map<String, ?> arguments) {
            this.arguments = PlainValues.object(arguments);
            return this;
        }

        /** Adds an unknown field, see {@link MessagePart#other()}. */
        public Builder other(String name, Object value) {
            this.other = PlainValues.plus(other, name, value);
            return this;
        }

        /** Builds the button without a check, see {@link io.github.camelcliq.message.rules.MessageRules}. */
        public InstantButton build() {
            return new InstantButton(label, type, action, arguments, other, null);
        }
    }
}
