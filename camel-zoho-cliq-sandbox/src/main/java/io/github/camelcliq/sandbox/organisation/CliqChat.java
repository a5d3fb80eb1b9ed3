package io.github.camelcliq.sandbox.organisation;

/**
 * A chat of the organisation; all its people are members.
 *
 * @param id the chat id, such as {@code CT_1203304812000146098_55622663-B2}; not blank
 * @param title the title that people see; if blank, the id
 */
public record CliqChat(String id, String title) {

    /** Refuses a blank id. */
    public CliqChat {
        Texts.requireText("a chat's id", id);
        title = Texts.orElse(title, id);
    }
}
