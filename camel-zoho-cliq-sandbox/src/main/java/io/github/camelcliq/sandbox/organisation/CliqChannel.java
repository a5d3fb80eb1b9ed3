package io.github.camelcliq.sandbox.organisation;

/**
 * A channel of the organisation; all its people are members.
 *
 * @param name the unique name, such as {@code announcements}; not blank
 * @param id the channel id; if blank, an invented id that is always the same for the name
 * @param chatId the id of the channel's chat; if blank, an invented id that is always the same for the name
 * @param title the title that people see; if blank, the name after a {@code #}
 */
public record CliqChannel(String name, String id, String chatId, String title) {

    /** Refuses a blank name, and fills in other blank values. */
    public CliqChannel {
        Texts.requireText("a channel's name", name);
        id = Texts.orElse(id, "O" + InventedIds.of("channel", name));
        chatId = Texts.orElse(chatId, "CT_" + InventedIds.of("chat", name) + "_123456456");
        title = Texts.orElse(title, "#" + name);
    }

    /** Returns a channel with invented ids. */
    public static CliqChannel of(String name) {
        return new CliqChannel(name, "", "", "");
    }
}
