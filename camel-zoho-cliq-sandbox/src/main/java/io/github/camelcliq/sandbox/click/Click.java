package io.github.camelcliq.sandbox.click;

import java.util.Objects;

/**
 * What somebody clicks, and what they type into the confirmation. Immutable.
 *
 * <pre>{@code
 * Click.on(message.id(), "approve_budget_q4").by("scott.fisher@zylker.com").typing("Within the plan.")
 * }</pre>
 *
 * @param message the id of the message
 * @param button the button's key, the key of an instant button's reference, or, of a button without a key, its index:
 *     {@code "0"} is the first of those at the top level, inside the card and below the slides, in this order
 * @param user who clicks: a ZUID or an email; empty for the organisation's first person
 * @param input what was typed into the confirmation; empty where nothing was
 * @param token whether what was typed is a webhook token, as a token prompt asks for one
 */
public record Click(String message, String button, String user, String input, boolean token) {

    /** Refuses what is missing. */
    public Click {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(button, "button");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(input, "input");
    }

    /** A click by the organisation's first person, who types nothing. */
    public static Click on(String message, String button) {
        return new Click(message, button, "", "", false);
    }

    /** The same by somebody else, named by ZUID or email. */
    public Click by(String who) {
        return new Click(message, button, who, input, token);
    }

    /** The same with something typed into the confirmation. */
    public Click typing(String text) {
        return new Click(message, button, user, text, token);
    }

    /** The same with a webhook token given. */
    public Click withToken(String given) {
        return new Click(message, button, user, given, true);
    }

    boolean hasInput() {
        return !input.isBlank();
    }

    /** Without what was typed, which may be a token. */
    @Override
    public String toString() {
        return "click on " + button + " of " + message;
    }
}
