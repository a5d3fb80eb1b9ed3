package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An input field for text (buttons reference).
 *
 * @param prompt what the empty field says; required, at most {@link MessageLimit#CONFIRMATION_INPUT} UTF-16 units
 */
public record TextPrompt(@JsonValue String prompt) implements ConfirmationInput {}
