package io.github.camelcliq.message;

import java.io.Serializable;

/**
 * One thing about a message that Cliq would refuse.
 *
 * @param pointer where it is, as a JSON pointer into the message ({@code /buttons/0/label}; the message itself is the
 *     empty pointer)
 * @param rule what the reference asks for, with both figures where its pages disagree
 * @param actual what is there instead, shortened to one line of about sixty characters; null when it is missing
 */
public record Violation(String pointer, String rule, String actual) implements Serializable {

    /**
     * One line for a log: {@code /buttons/0/label: at most 20 characters (message cards: 30), was "Approve…" (34
     * characters)}.
     */
    @Override
    public String toString() {
        String where = pointer.isEmpty() ? "the message" : Shown.pointer(pointer);
        return where + ": " + rule + ", was " + (actual == null ? "missing" : actual);
    }
}
