package io.github.camelcliq.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters of a token request, from a form body, which keeps secrets out of logs, or from the query, as the
 * accounts page shows them. The body goes before the query. Of several values, the first counts.
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

    /** Returns whether a content type, which may be {@code null}, is that of a form. */
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
                    // as if it were missing: the endpoint then names the missing parameter
                    continue;
                }
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
