package io.github.camelcliq.examples;

/**
 * What a person wrote, such as a remark or a name, fit to stand in a text that the application posts in its own name:
 * on one line, no longer than it may be, mentioning nobody and linking nowhere.
 */
final class PlainLine {

    private PlainLine() {}

    /**
     * The line; empty where nothing was written, or null.
     *
     * @param longest how many characters it may have; a longer one is cut, and ends with an ellipsis
     */
    static String of(String written, int longest) {
        return written == null ? "" : cut(plain(written), longest);
    }

    /** A space takes their meaning from the marks of mentions and links; Cliq documents no way to quote them. */
    private static String plain(String written) {
        return written.replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip()
                .replace("{@", "{ @")
                .replace("{#", "{ #")
                .replace("](", "] (");
    }

    private static String cut(String line, int longest) {
        if (line.length() <= longest) {
            return line;
        }
        int end = longest - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
