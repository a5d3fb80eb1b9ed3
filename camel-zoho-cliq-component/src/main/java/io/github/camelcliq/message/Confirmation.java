package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * The popup a person must confirm before a button's action runs (buttons reference). Cancelling sends nothing.
 *
 * @param title the popup's title; required
 * @param description what is about to happen, or null
 * @param input what must be entered; required
 * @param emotion the popup's mood, or null for Cliq's own default
 * @param buttonLabel the confirming button; required
 * @param cancelButtonLabel the cancelling button, or null
 * @param mandatory whether nothing typed is an error, or null; written as the string that Cliq wants
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record Confirmation(
        String title,
        String description,
        ConfirmationInput input,
        Emotion emotion,
        String buttonLabel,
        String cancelButtonLabel,
        Boolean mandatory,
        Map<String, Object> other)
        implements MessagePart {

    static final Set<String> NAMES =
            Set.of("title", "description", "input", "emotion", "button_label", "cancel_button_label", "mandatory");

    public Confirmation {
        other = PlainValues.other(other, NAMES);
    }

    /** A confirmation to be completed: input and button label are required too. */
    public static Builder titled(String title) {
        return new Builder(title);
    }

    /** Puts a confirmation together; not for several threads. */
    public static final class Builder {

        private final String title;
        private String description;
        private ConfirmationInput input;
        private Emotion emotion;
        private String buttonLabel;
        private String cancelButtonLabel;
        private Boolean mandatory;
        private Map<String, Object> other = Map.of();

        private Builder(String title) {
            this.title = title;
        }

        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /** Asks for text; the prompt is what the empty field says. */
        public Builder input(String prompt) {
            return input(new TextPrompt(prompt));
        }

        public Builder input(ConfirmationInput input) {
            this.input = input;
            return this;
        }

        /** Asks for the person's webhook token. */
        public Builder tokenInput() {
            return input(new TokenPrompt());
        }

        public Builder emotion(Emotion emotion) {
            this.emotion = emotion;
            return this;
        }

        public Builder buttonLabel(String buttonLabel) {
            this.buttonLabel = buttonLabel;
            return this;
        }

        public Builder cancelButtonLabel(String cancelButtonLabel) {
            this.cancelButtonLabel = cancelButtonLabel;
            return this;
        }

        public Builder mandatory(Boolean mandatory) {
            this.mandatory = mandatory;
            return this;
        }

        /** An unknown field more, see {@link MessagePart#other()}. */
        public Builder other(String name, Object value) {
            this.other = PlainValues.plus(other, name, value);
            return this;
        }

        public Confirmation build() {
            return new Confirmation(
                    title, description, input, emotion, buttonLabel, cancelButtonLabel, mandatory, other);
        }
    }
}
