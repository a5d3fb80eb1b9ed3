package io.github.camelcliq.sandbox;

import java.util.Locale;
import java.util.Set;

/** The access tokens that the sandbox takes. */
final class AccessTokens {

    private static final Set<String> SCHEMES = Set.of("bearer", "zoho-oauthtoken");

    private final Set<String> accepted;

    AccessTokens(Set<String> accepted) {
        this.accepted = Set.copyOf(accepted);
    }

    /** Whether an {@code Authorization} header names one of them; {@code null} is a request without the header. */
    boolean accept(String authorization) {
        if (authorization == null) {
            return false;
        }
        int space = authorization.indexOf(' ');
        return space > 0
                && SCHEMES.contains(authorization.substring(0, space).toLowerCase(Locale.ROOT))
                && accepted.contains(authorization.substring(space + 1).strip());
    }
}
