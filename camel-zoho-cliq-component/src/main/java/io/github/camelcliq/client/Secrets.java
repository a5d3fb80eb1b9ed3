package io.github.camelcliq.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Takes secrets out of texts that come from outside, or from a library, before they reach a log or an exception. */
final class Secrets {

    private static final String MASK = "xxxxxx";

    private Secrets() {}

    static String masked(String text, Collection<String> secrets) {
        String result = text;
        for (String secret : secrets) {
            result = masked(result, secret);
        }
        return result;
    }

    /** As it is, and as it stands in a URL. */
    static String masked(String text, String secret) {
        if (text == null || secret.isEmpty()) {
            return text;
        }
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return text.replace(secret, MASK).replace(encoded, MASK);
    }
}
