package io.github.camelcliq.message;

/** Answers questions about the characters of a text. */
public final class UnicodeText {

    private UnicodeText() {}

    /** Returns whether a text is invisible: white space, control and format characters only. */
    public static boolean isBlank(String text) {
        return firstVisible(text) == text.length();
    }

    /** Finds the first character that people see; returns the length of the text if all are invisible. */
    public static int firstVisible(String text) {
        int at = 0;
        while (at < text.length() && isInvisible(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    /** Returns the length of the longest beginning of at most {@code length} units that splits no surrogate pair. */
    public static int wholeCharacters(String text, int length) {
        return length > 0 && length < text.length() && isPair(text, length - 1) ? length - 1 : length;
    }

    /**
     * Returns whether a text has no half of a surrogate pair, and so has a form in UTF-8. Most texts have no surrogate,
     * so the first loop is plain and fast.
     */
    public static boolean isWellFormed(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return isWellFormed(text, i);
            }
        }
        return true;
    }

    private static boolean isWellFormed(String text, int start) {
        int length = text.length();
        for (int i = start; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!isPair(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isPair(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }
}
