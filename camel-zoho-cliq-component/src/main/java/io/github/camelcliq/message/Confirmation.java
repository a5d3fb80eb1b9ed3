package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Map;
import java.util.Set;

/**
 * The popup a person must confirm before a button's action runs (buttons reference). Cancelling sends nothing.
 *
 * @param title the popup's title; required, at most {@link MessageLimit#CONFIRMATION_TITLE} UTF-16 units
 * @param description what is about to happen, at most {@link MessageLimit#CONFIRMATION_DESCRIPTION} UTF-16 units; or
 *     null
 * @param input what is to be entered; required except at {@link RuleLevel#TOLERANT}, a text prompt of at most
 *     {@link MessageLimit#CONFIRMATION_INPUT} UTF-16 units
 * @param emotion the popup's mood, or null for Cliq's own default, which is positive
 * @param buttonLabel the confirming button; required except at {@link RuleLevel#TOLERANT}, at most
 *     {@link MessageLimit#CONFIRMATION_BUTTON} UTF-16 units
 * @param cancelButtonLabel the cancelling button, at most {@link MessageLimit#CONFIRMATION_BUTTON} UTF-16 units; or
 *     null
 * @param mandatory whether an empty input is an error, or null; written as a string, as Cliq wants it
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record Confirmation(
        String title,
        String description,
        ConfirmationInput input,
        Emotion emotion,
        String buttonLabel,
        String cancelButtonLabel,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Boolean mandatory,
        Map<String, Object> other)
        implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS =
            Set.of("title", "description", "input", "emotion", "button_label", "cancel_button_label", "mandatory");

    public Confirmation {
        input = input instanceof TextPrompt text && text.prompt() == null ? null : input;
        other = PlainValues.other(other, FIELDS);
    }

    /** Returns a builder of a confirmation. It needs an input and a button label too. */
    public static Builder titled(String title) {
        return new Builder(title);
    }

    /** Builds a confirmation. Not safe for several threads. */
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

        /**
         * Sets the description of what is about to happen; at most {@link MessageLimit#CONFIRMATION_DESCRIPTION} UTF-16
         * units.
         */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /**
         * Asks for text; the prompt is what the empty field says, at most {@link MessageLimit#CONFIRMATION_INPUT}
         * UTF-16 units.
         */
        public Builder input(String prompt) {
            return input(new TextPrompt(prompt));
        }

        /** Asks for a text or a token. */
        public Builder input(ConfirmationInput input) {
            this.input = input;
            return this;
        }

        /** Asks for the person's webhook token. */
        public Builder tokenInput() {
            return input(new TokenPrompt());
        }

        /** Sets the mood of the popup. By default Cliq shows it as positive. */
        public Builder emotion(Emotion emotion) {
            this.emotion = emotion;
            return this;
        }

        /**
         * Sets the label of the confirming button, which is required; at most {@link MessageLimit#CONFIRMATION_BUTTON}
         * UTF-16 units.
         */
        public Builder buttonLabel(String buttonLabel) {
            this.buttonLabel = buttonLabel;
            return this;
        }

        /** Sets the label of the cancelling button; at most {@link MessageLimit#CONFIRMATION_BUTTON} UTF-16 units. */
        public Builder cancelButtonLabel(String cancelButtonLabel) {
            this.cancelButtonLabel = cancelButtonLabel;
            return this;
        }

        /** Sets whether an empty input is an error for the person. By default the field is absent. */
        public Builder mandatory(Boolean mandatory) {
            this.mandatory = mandatory;
            return this;
        }

        /** Adds an unknown field, see {@link MessagePart#other()}. */
        public Builder other(String name, Object value) {
            this.other = PlainValues.plus(other, name, value);
            return this;
        }

        /** Builds the confirmation without a check, see {@link io.github.camelcliq.message.rules.MessageRules}. */
        public Confirmation build() {
            return new Confirmation(
                    title, description, input, emotion, buttonLabel, cancelButtonLabel, mandatory, other);
        }
    }
}
