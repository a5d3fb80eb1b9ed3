package io.github.camelcliq.internal.client;

import java.util.Collection;

/** Prepares the text of a server for an exception or a log line. */
final class QuotedText {

    /** In UTF-16 units. Error pages are longer, and a log line must stay short. */
    private static final int MAX_LENGTH = 300;

    private QuotedText() {}

    /** Returns the message of an exception, or its class if it has no message. */
    static String textOf(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
    }

    /** Returns the text on one line, without secrets and control characters, and cut if it is too long. */
    static String of(String said, Collection<String> secrets) {
        String line = Secrets.masked(said, secrets).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return line.substring(0, end) + "…";
    }
}
