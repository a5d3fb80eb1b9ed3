package io.github.camelcliq.sandbox.judging;

/**
 * An error or a doubtful point of a message.
 *
 * @param pointer the place, as a JSON pointer; {@code ""} is the whole message. For a missing field it is the place
 *     where the field would be
 * @param text what is wrong, in English
 * @param extraKey whether it is about a key that a live Cliq refuses with the code {@code extra_key_found}
 * @param from the lowest level that refuses the message for it; {@code null} if it is a remark at each level
 */
public record Complaint(String pointer, String text, boolean extraKey, RuleLevel from) {

    /** Returns a complaint about anything but an unknown key, at every level. */
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
