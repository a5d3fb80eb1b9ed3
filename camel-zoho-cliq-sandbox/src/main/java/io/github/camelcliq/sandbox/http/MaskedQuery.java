package io.github.camelcliq.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query, or a form, as it may be shown. The webhook token {@code zapikey} is a secret that travels in the URL; those
 * of token requests come here where somebody asks for a token at a wrong path.
 */
public final class MaskedQuery {

    /** The query parameter that holds the secret. */
    public static final String ZAPIKEY = "zapikey";

    private static final Set<String> SECRETS =
            Set.of(ZAPIKEY, "client_secret", "refresh_token", "access_token", "authtoken", "code");

    // the router takes a semicolon for a separator as well
    private static final Pattern PARAMETER = Pattern.compile("([^&;=]*)=[^&;]*");

    private MaskedQuery() {}

    /** The query with the value of every secret masked, however the name is spelled; {@code null} stays. */
    public static String masked(String query) {
        return query == null
                ? null
                : PARAMETER.matcher(query).replaceAll(parameter -> Matcher.quoteReplacement(shown(parameter)));
    }

    /** Whether a parameter of that name, decoded, holds a secret. */
    public static boolean isSecretName(String name) {
        return SECRETS.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String shown(MatchResult parameter) {
        return isSecret(parameter.group(1)) ? parameter.group(1) + "=***" : parameter.group();
    }

    private static boolean isSecret(String name) {
        try {
            return isSecretName(URLDecoder.decode(name, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notDecodable) {
            // whatever it was meant to be, it is safer not shown
            return true;
        }
    }
}
