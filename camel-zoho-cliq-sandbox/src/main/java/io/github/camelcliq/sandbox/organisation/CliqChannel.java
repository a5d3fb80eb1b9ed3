package io.github.camelcliq.sandbox.organisation;

/**
 * A channel of the organisation; all its people are members.
 *
 * @param name the unique name, such as {@code announcements}; not blank
 * @param id the channel id; where it is blank, one is invented that is always the same for the name
 * @param chatId the id of the channel's chat; where it is blank, one is invented that is always the same for the name
 * @param title what people see; the name with a {@code #} before it where it is blank
 */
public record CliqChannel(String name, String id, String chatId, String title) {

    /** Refuses a blank name, and invents what is blank. */
    public CliqChannel {
        Texts.requireText("a channel's name", name);
        id = Texts.orElse(id, "O" + InventedIds.of("channel", name));
        chatId = Texts.orElse(chatId, "CT_" + InventedIds.of("chat", name) + "_123456456");
        title = Texts.orElse(title, "#" + name);
    }

    /** A channel with invented ids. */
    public static CliqChannel of(String name) {
        return new CliqChannel(name, "", "", "");
    }
}
