package io.github.camelcliq.sandbox.judging;

/**
 * One thing that is wrong with a message, or doubtful.
 *
 * @param pointer where it stands, as a JSON pointer; {@code ""} is the message as a whole, and a missing field is named
 *     by the place where it would stand
 * @param text what is wrong, in English
 * @param extraKey whether it is a key that a live Cliq does not take, which it answers with a code of its own
 * @param from the level from which on the message is refused for it; null where it is doubtful at each level
 */
public record Complaint(String pointer, String text, boolean extraKey, RuleLevel from) {

    /** A complaint about anything but an unknown key, at every level. */
    public Complaint(String pointer, String text) {
        this(pointer, text, RuleLevel.TOLERANT);
    }

    Complaint(String pointer, String text, RuleLevel from) {
        this(pointer, text, false, from);
    }

    boolean isRefusedAt(RuleLevel level) {
        return from != null && level.compareTo(from) >= 0;
    }

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "the message" : pointer) + ": " + text;
    }
}
