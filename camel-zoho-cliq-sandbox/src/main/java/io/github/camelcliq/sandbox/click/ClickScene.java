package io.github.camelcliq.sandbox.click;

import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.time.Instant;

/**
 * Everything that a function may be told about a click.
 *
 * @param organisation where it happened
 * @param function the function that is told
 * @param user who clicked
 * @param place the chat
 * @param message the clicked message
 * @param button the button
 * @param click what they did
 * @param time when
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
     * @param type {@code channel}, {@code bot} or {@code chat} (our choice: the references show channel alone)
     */
    public record Place(String id, String type) {}

    /**
     * A clicked message.
     *
     * @param id its id
     * @param text its text; empty where it has none
     * @param time when it was accepted
     * @param sender who wrote it; a bot or a function is one with a first name alone (our choice: the references show
     *     people)
     */
    public record Clicked(String id, String text, Instant time, Sender sender) {}

    /**
     * Who wrote a message.
     *
     * @param id a ZUID, or the name of what is no person
     * @param firstName the first name
     * @param lastName the last name; may be empty
     * @param email the email; may be empty
     */
    public record Sender(String id, String firstName, String lastName, String email) {}
}
