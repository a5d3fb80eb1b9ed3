package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An input field for text (buttons reference).
 *
 * @param prompt what the empty field says; required
 */
public record TextPrompt(@JsonValue String prompt) implements ConfirmationInput {}
