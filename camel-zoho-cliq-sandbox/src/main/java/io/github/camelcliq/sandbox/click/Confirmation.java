package io.github.camelcliq.sandbox.click;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The popup that asks before an action runs.
 *
 * @param asked whether there is one
 * @param mandatory whether a text must be typed
 * @param tokenPrompt whether it asks for a webhook token
 */
public record Confirmation(boolean asked, boolean mandatory, boolean tokenPrompt) {

    /** Reads the confirmation of an action that was accepted. */
    static Confirmation of(JsonNode action) {
        JsonNode confirm = action.path("confirm");
        return new Confirmation(
                confirm.isObject(),
                confirm.path("mandatory").asText().equals("true"),
                confirm.path("input").isObject());
    }

    /**
     * Returns whether the click must stop, since a mandatory text was not typed.
     *
     * @throws IllegalArgumentException if a text was typed, but the button asks for none
     */
    public boolean stops(Click click) {
        if (!asked && click.hasInput()) {
            throw new IllegalArgumentException("The button asks for no confirmation. Leave the input out.");
        }
        return mandatory && !click.hasInput();
    }
}
