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

    /** Returns the title of the page, as it stands in a sentence. */
    public String title() {
        return title;
    }
}
