package io.github.camelcliq.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query as it may be shown: the webhook token {@code zapikey} is a secret that travels in the URL. */
final class QueryText {

    /** The query parameter that holds the secret. */
    static final String ZAPIKEY = "zapikey";

    // the router takes a semicolon for a separator as well
    private static final Pattern PARAMETER = Pattern.compile("([^&;=]*)=[^&;]*");

    private QueryText() {}

    /** The query with the value of every {@code zapikey} masked, however the name is spelled; {@code null} stays. */
    static String masked(String query) {
        return query == null
                ? null
                : PARAMETER.matcher(query).replaceAll(parameter -> Matcher.quoteReplacement(shown(parameter)));
    }

    private static String shown(MatchResult parameter) {
        return isSecret(parameter.group(1)) ? parameter.group(1) + "=***" : parameter.group();
    }

    private static boolean isSecret(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8).equalsIgnoreCase(ZAPIKEY);
        } catch (IllegalArgumentException notDecodable) {
            // whatever it was meant to be, it is safer not shown
            return true;
        }
    }
}
