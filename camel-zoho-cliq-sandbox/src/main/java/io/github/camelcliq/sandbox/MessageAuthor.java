package io.github.camelcliq.sandbox;

import java.util.Locale;
import java.util.Objects;

/**
 * Whom Cliq would show as the author of a message.
 *
 * @param kind what the author is
 * @param name the name shown
 * @param image the address of the picture shown; empty where Cliq would choose one
 */
public record MessageAuthor(Kind kind, String name, String image) {

    /** Refuses what is missing. */
    public MessageAuthor {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(image, "image");
    }

    /** What an author can be. */
    public enum Kind {

        /** A person. */
        USER,

        /** A bot, or a person's post in the guise of one. */
        BOT,

        /** A function that answered a click. */
        FUNCTION;

        /** The kind as the control API writes it, such as {@code user}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
