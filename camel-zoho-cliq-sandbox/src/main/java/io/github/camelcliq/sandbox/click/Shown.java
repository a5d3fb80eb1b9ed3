package io.github.camelcliq.sandbox.click;

import java.util.Locale;
import java.util.Objects;

/**
 * What Cliq would show after a click.
 *
 * @param kind what it is
 * @param text a sentence, an address or a text: what a person would read; empty where there is none
 * @param json what it is made of, as JSON: the function's output, or the {@code data} of the button's action; empty
 *     where there is none
 * @param message the id of the message that was posted or edited; empty where none was
 */
public record Shown(Kind kind, String text, String json, String message) {

    /** Refuses what is missing. */
    public Shown {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(message, "message");
    }

    /** Nothing at all. */
    public static Shown nothing() {
        return new Shown(Kind.NOTHING, "", "", "");
    }

    /** A sentence that says what went wrong. */
    public static Shown error(String sentence) {
        return new Shown(Kind.ERROR, sentence, "", "");
    }

    /** What can be shown. */
    public enum Kind {

        /** A message of the function in the chat. */
        MESSAGE,

        /** A banner over the chat. */
        BANNER,

        /** The clicked message, changed. */
        EDIT,

        /** A form. */
        FORM,

        /** Nothing. */
        NOTHING,

        /** An address that would be opened. */
        OPEN,

        /** An address of which a preview would be shown. */
        PREVIEW,

        /** A call of Cliq's own, such as {@code audiocall/55622663}. */
        CALL,

        /** A text that would be copied. */
        COPY,

        /** What went wrong. */
        ERROR;

        /** The kind as the control API writes it, such as {@code message}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
