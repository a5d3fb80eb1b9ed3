package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * A button below a message, its card or a slide (buttons reference).
 *
 * @param label what stands on it; required, at most {@link MessageLimit#BUTTON_LABEL} UTF-16 units
 * @param hint shown when the pointer rests on it, at most {@link MessageLimit#BUTTON_HINT} UTF-16 units; or null
 * @param type its look, or null; the reference requires it, message card examples leave it out
 * @param key tells a click's receiver which button it was, unique within the message (our choice), at most
 *     {@link MessageLimit#BUTTON_KEY} UTF-16 units; or null
 * @param action what a click does; required
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record Button(String label, String hint, ButtonStyle type, String key, Action action, Map<String, Object> other)
        implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("label", "hint", "type", "key", "action");

    public Button {
        other = PlainValues.other(other, FIELDS);
    }

    /**
     * Returns a builder of a button. It needs an action. Its type is {@link ButtonStyle#POSITIVE} until another is set.
     */
    public static Builder labelled(String label) {
        return new Builder(label);
    }

    /** Builds a button. Not safe for several threads. */
    public static final class Builder {

        private final String label;
        private String hint;
        private ButtonStyle type = ButtonStyle.POSITIVE;
        private String key;
        private ActionData data;
        private Confirmation confirm;
        private Map<String, Object> actionOther = Map.of();
        private Map<String, Object> other = Map.of();

        private Builder(String label) {
            this.label = label;
        }

        /**
         * Sets the hint, shown when the pointer rests on the button; at most {@link MessageLimit#BUTTON_HINT} UTF-16
         * units.
         */
        public Builder hint(String hint) {
            this.hint = hint;
            return this;
        }

        /** Sets the look; {@link ButtonStyle#POSITIVE} by default. Null removes it. */
        public Builder type(ButtonStyle type) {
            this.type = type;
            return this;
        }

        /**
         * What a click's receiver is told; unique within the message, at most {@link MessageLimit#BUTTON_KEY} UTF-16
         * units.
         */
        public Builder key(String key) {
            this.key = key;
            return this;
        }

        /** Runs a Cliq function; the owner is the email of its creator, and required on these buttons. */
        public Builder invoke(String function, String owner) {
            return action(new InvokeFunction(function, owner));
        }

        /**
         * Opens an address of http, https, tel, sms or sip, at most {@link MessageLimit#OPEN_URL} UTF-16 units;
         * {@link OpenUrl#web} has one for each device.
         */
        public Builder open(String url) {
            return action(new OpenUrl(url));
        }

        /**
         * Previews an http or https page inside Cliq; its URL has at most {@link MessageLimit#PREVIEW_URL} UTF-16
         * units.
         */
        public Builder preview(String url) {
            return action(new PreviewUrl(url));
        }

        /** Copies a text to the clipboard, 1 to {@link MessageLimit#COPY_TEXT} UTF-16 units. */
        public Builder copy(String text) {
            return action(new Copy(text));
        }

        /** Runs an action that Cliq offers, such as {@code startchat/{zuid}}. */
        public Builder system(String api) {
            return action(new SystemApi(api));
        }

        /** Sets what a click does. A confirmation that is set stays. */
        public Builder action(ActionData data) {
            this.data = data;
            return this;
        }

        /** Opens an address that depends on the device. */
        public Builder action(OpenUrl.Builder addresses) {
            return action(addresses.build());
        }

        /** Sets the action as a whole: data, confirmation and unknown fields; null takes all of it away. */
        public Builder action(Action action) {
            this.data = action == null ? null : action.data();
            this.confirm = action == null ? null : action.confirm();
            this.actionOther = action == null ? Map.of() : action.other();
            return this;
        }

        /** Sets the popup before the action. */
        public Builder confirm(Confirmation confirm) {
            this.confirm = confirm;
            return this;
        }

        /** Sets the popup before the action. */
        public Builder confirm(Confirmation.Builder confirm) {
            return confirm(confirm.build());
        }

        /** Adds an unknown field, see {@link MessagePart#other()}. */
        public Builder other(String name, Object value) {
            this.other = PlainValues.plus(other, name, value);
            return this;
        }

        /** Builds the button without a check, see {@link io.github.camelcliq.message.rules.MessageRules}. */
        public Button build() {
            boolean noAction = data == null && confirm == null && actionOther.isEmpty();
            Action action = noAction ? null : new Action(data, confirm, actionOther);
            return new Button(label, hint, type, key, action, other);
        }
    }
}
