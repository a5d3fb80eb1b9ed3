package io.github.camelcliq.sandbox.organisation;

/**
 * A bot of the organisation.
 *
 * @param uniqueName its unique name, such as {@code deploybot}; not blank
 * @param name the name that people see; if blank, the unique name
 */
public record CliqBot(String uniqueName, String name) {

    /** Refuses a blank unique name. */
    public CliqBot {
        Texts.requireText("a bot's unique name", uniqueName);
        name = Texts.orElse(name, uniqueName);
    }
}
