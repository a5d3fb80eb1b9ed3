package io.github.camelcliq.sandbox;

import java.util.Locale;
import java.util.Objects;

/**
 * The author that Cliq would show for a message.
 *
 * @param kind what the author is
 * @param name the name shown
 * @param image the address of the author's picture; empty if Cliq would choose one
 */
public record MessageAuthor(Kind kind, String name, String image) {

    /** Refuses {@code null}. */
    public MessageAuthor {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(image, "image");
    }

    /** What an author can be. */
    public enum Kind {

        /** A person. */
        USER,

        /** A bot, or a person who posts with a bot's name and picture. */
        BOT,

        /** A function that answered a click. */
        FUNCTION;

        /** Returns the kind as the control API writes it, such as {@code user}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
