package io.github.camelcliq.internal.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;

/** Prepares the texts of servers and libraries for exceptions and log lines. */
final class QuotedText {

    /** Zoho's secrets are longer. Masking a shorter text would make a message unreadable. */
    private static final int MIN_SECRET_LENGTH = 6;

    /** In UTF-16 units. Error pages are longer, and a log line must stay short. */
    private static final int MAX_LENGTH = 300;

    private QuotedText() {}

    /** Returns the message of an exception, or its class if it has no message. */
    static String textOf(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
    }

    /** Returns the text on one line, without secrets and control characters, and cut if it is too long. */
    static String of(String said, Collection<String> secrets) {
        String line = masked(said, secrets).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return line.substring(0, end) + "…";
    }

    /** Masks the secrets in upper and lower case, and their URL-encoded forms. */
    static String masked(String text, Collection<String> secrets) {
        String result = text;
        for (String secret : secrets) {
            if (secret.length() >= MIN_SECRET_LENGTH) {
                result = without(without(result, secret), URLEncoder.encode(secret, StandardCharsets.UTF_8));
            }
        }
        return result;
    }

    private static String without(String text, String secret) {
        return Pattern.compile(secret, Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll("xxxxxx");
    }
}
