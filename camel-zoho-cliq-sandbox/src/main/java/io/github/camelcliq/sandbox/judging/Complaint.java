package io.github.camelcliq.sandbox.judging;

/**
 * One thing that is wrong with a message.
 *
 * @param pointer where it stands, as a JSON pointer; {@code ""} is the message as a whole, and a missing field is named
 *     by the place where it would stand
 * @param text what is wrong, in English
 * @param extraKey whether it is a key that a live Cliq does not take, which it answers with a code of its own
 */
public record Complaint(String pointer, String text, boolean extraKey) {

    /** A complaint about anything but an unknown key. */
    public Complaint(String pointer, String text) {
        this(pointer, text, false);
    }

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "the message" : pointer) + ": " + text;
    }
}
