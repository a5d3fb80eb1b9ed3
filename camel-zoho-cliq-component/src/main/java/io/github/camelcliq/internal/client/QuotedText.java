package io.github.camelcliq.internal.client;

import java.util.Collection;

/** What a server said, made fit to stand in an exception and in a log. */
final class QuotedText {

    /** In UTF-16 units; error pages are longer, and a log line has an end. */
    private static final int MAX_LENGTH = 300;

    private QuotedText() {}

    /** What an exception says, or its class where it says nothing. */
    static String textOf(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
    }

    /** The text on one line, without the secrets and without control characters, cut where it is too long. */
    static String of(String said, Collection<String> secrets) {
        String line = Secrets.masked(said, secrets).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return line.substring(0, end) + "…";
    }
}
