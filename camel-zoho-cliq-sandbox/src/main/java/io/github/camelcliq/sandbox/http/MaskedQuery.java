package io.github.camelcliq.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query or a form with its secrets masked. The webhook token {@code zapikey} is a secret in the URL. The secrets of a
 * token request come here if the request has a wrong path.
 */
public final class MaskedQuery {

    /** The query parameter that holds the secret. */
    public static final String ZAPIKEY = "zapikey";

    private static final Set<String> SECRETS =
            Set.of(ZAPIKEY, "client_secret", "refresh_token", "access_token", "authtoken", "code");

    // the router also takes a semicolon as a separator
    private static final Pattern PARAMETER = Pattern.compile("([^&;=]*)=[^&;]*");

    private MaskedQuery() {}

    /** Returns the query with the value of every secret masked, in any spelling of the name; {@code null} stays. */
    public static String masked(String query) {
        return query == null
                ? null
                : PARAMETER.matcher(query).replaceAll(parameter -> Matcher.quoteReplacement(shown(parameter)));
    }

    /** Returns whether the parameter of a decoded name holds a secret. */
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
            // a name that cannot be decoded may be a secret's: masked
            return true;
        }
    }
}
