package io.github.camelcliq.sandbox.click;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The popup that asks before an action runs.
 *
 * @param asked whether there is one
 * @param mandatory whether something must be typed
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
     * Whether a click must not go on, since what must be typed was not.
     *
     * @throws IllegalArgumentException if something was typed although nobody asked
     */
    public boolean stops(Click click) {
        if (!asked && click.hasInput()) {
            throw new IllegalArgumentException("The button asks for no confirmation: there is nothing to type into.");
        }
        return mandatory && !click.hasInput();
    }
}
