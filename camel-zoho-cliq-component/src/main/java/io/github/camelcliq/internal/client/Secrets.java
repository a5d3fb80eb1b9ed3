package io.github.camelcliq.internal.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;

/** Masks secrets in texts of servers and libraries, before they reach a log or an exception. */
final class Secrets {

    private static final String MASK = "xxxxxx";

    /** Zoho's secrets are longer. Masking a shorter text would make a message unreadable. */
    private static final int MIN_LENGTH = 6;

    private Secrets() {}

    static String masked(String text, Collection<String> secrets) {
        String result = text;
        for (String secret : secrets) {
            result = masked(result, secret);
        }
        return result;
    }

    /** Masks the secret in upper and lower case, and its URL-encoded form. */
    static String masked(String text, String secret) {
        if (text == null || secret.length() < MIN_LENGTH) {
            return text;
        }
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return without(without(text, secret), encoded);
    }

    private static String without(String text, String secret) {
        return Pattern.compile(secret, Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll(MASK);
    }
}
