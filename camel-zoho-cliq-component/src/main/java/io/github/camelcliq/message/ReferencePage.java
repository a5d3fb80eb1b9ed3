package io.github.camelcliq.message;

/** The page of Cliq's REST reference that a rule is taken from. */
public enum ReferencePage {
    BUTTONS("buttons"),
    MESSAGE_FORMATS("message formats"),
    MESSAGE_CARDS("message cards"),
    BOTS("bots"),
    MESSAGES("messages and threads"),
    /** No page: our choice, since the reference does not say. */
    NONE("our choice: the reference does not say");

    private final String title;

    ReferencePage(String title) {
        this.title = title;
    }

    /** The page's title, in the words of a sentence. */
    public String title() {
        return title;
    }
}
