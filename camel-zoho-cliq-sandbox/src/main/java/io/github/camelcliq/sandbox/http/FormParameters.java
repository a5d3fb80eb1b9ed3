package io.github.camelcliq.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters of a token request: in a form body, which keeps secrets out of logs, or in the query, as the accounts
 * page shows them. The body goes before the query, and the first of several before the others.
 */
public final class FormParameters {

    private static final String FORM = "application/x-www-form-urlencoded";

    private FormParameters() {}

    public static Map<String, String> of(String contentType, String body, String query) {
        Map<String, String> parameters = new HashMap<>();
        if (isForm(contentType)) {
            read(body, parameters);
        }
        if (query != null) {
            read(query, parameters);
        }
        return parameters;
    }

    /** Whether a body of that content type, {@code null} where none was named, is a form. */
    public static boolean isForm(String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    private static void read(String encoded, Map<String, String> parameters) {
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    parameters.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                } catch (IllegalArgumentException notPercentEncoded) {
                    // as if it were not there: the endpoint then says what is missing
                    continue;
                }
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
