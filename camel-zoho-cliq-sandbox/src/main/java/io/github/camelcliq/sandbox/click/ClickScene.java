package io.github.camelcliq.sandbox.click;

import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.time.Instant;

/**
 * The facts that a function may be told about a click.
 *
 * @param organisation the organisation of the chat
 * @param function the function that is told
 * @param user the user who clicked
 * @param place the chat
 * @param message the clicked message
 * @param button the button
 * @param click the click
 * @param time when it was clicked
 * @param responseUrl where the function may answer later
 */
public record ClickScene(
        Organisation organisation,
        CliqFunction function,
        CliqUser user,
        Place place,
        Clicked message,
        PressedButton button,
        Click click,
        Instant time,
        String responseUrl) {

    /**
     * A chat.
     *
     * @param id the chat id
     * @param type {@code channel}, {@code bot} or {@code chat} (our choice: the references show only channel)
     */
    public record Place(String id, String type) {}

    /**
     * A clicked message.
     *
     * @param id its id
     * @param text its text; empty if it has none
     * @param time when it was clicked it was accepted
     * @param sender its sender; a bot or a function has only a first name (our choice: the references show people)
     */
    public record Clicked(String id, String text, Instant time, Sender sender) {}

    /**
     * The sender of a message.
     *
     * @param id the ZUID of a person, or the name of a bot or function
     * @param firstName the first name
     * @param lastName the last name; may be empty
     * @param email the email; may be empty
     */
    public record Sender(String id, String firstName, String lastName, String email) {}
}
