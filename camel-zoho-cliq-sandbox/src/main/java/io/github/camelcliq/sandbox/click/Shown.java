package io.github.camelcliq.sandbox.click;

import java.util.Locale;
import java.util.Objects;

/**
 * What Cliq would show after a click.
 *
 * @param kind what it is
 * @param text the sentence, address or text that a person would read; empty if there is none
 * @param json the function's output, or the {@code data} of the button's action, as JSON; empty if there is none
 * @param message the id of the posted or edited message; empty if there is none
 */
public record Shown(Kind kind, String text, String json, String message) {

    /** Refuses {@code null}. */
    public Shown {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(message, "message");
    }

    /** Returns nothing to show. */
    public static Shown nothing() {
        return new Shown(Kind.NOTHING, "", "", "");
    }

    /** Returns an error with a sentence that says what went wrong. */
    public static Shown error(String sentence) {
        return new Shown(Kind.ERROR, sentence, "", "");
    }

    /** The kinds of things that Cliq shows. */
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

        /** An address that would be previewed. */
        PREVIEW,

        /** A call to Cliq's system API, such as {@code audiocall/55622663}. */
        CALL,

        /** A text that would be copied. */
        COPY,

        /** A sentence that says what went wrong. */
        ERROR;

        /** Returns the kind as the control API writes it, such as {@code message}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
