package io.github.camelcliq.sandbox.click;

import java.util.Objects;

/**
 * A click on a button, and the text typed into its confirmation. Immutable.
 *
 * <pre>{@code
 * Click.on(message.id(), "approve_budget_q4").by("scott.fisher@zylker.com").typing("Within the plan.")
 * }</pre>
 *
 * @param message the id of the message
 * @param button the button's key, or the key of an instant button's reference. A button without a key has an index from
 *     {@code "0"}: buttons at the top level come first, then those inside the card, then those of the slides
 * @param user the user who clicks: a ZUID or an email; empty for the organisation's first person
 * @param input the text typed into the confirmation; empty if there was none
 * @param token whether the typed text is a webhook token, which a token prompt asks for
 */
public record Click(String message, String button, String user, String input, boolean token) {

    /** Refuses {@code null}. */
    public Click {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(button, "button");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(input, "input");
    }

    /** Returns a click by the organisation's first person, who types nothing. */
    public static Click on(String message, String button) {
        return new Click(message, button, "", "", false);
    }

    /** Returns this click by another user, named by ZUID or email. */
    public Click by(String who) {
        return new Click(message, button, who, input, token);
    }

    /** Returns this click with a text typed into the confirmation. */
    public Click typing(String text) {
        return new Click(message, button, user, text, token);
    }

    /** Returns this click with a webhook token typed into the confirmation. */
    public Click withToken(String given) {
        return new Click(message, button, user, given, true);
    }

    boolean hasInput() {
        return !input.isBlank();
    }

    /** Leaves out the typed text, which may be a token. */
    @Override
    public String toString() {
        return "click on " + button + " of " + message;
    }
}
