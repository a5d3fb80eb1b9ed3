package io.github.camelcliq.sandbox.oauth;

import java.util.Set;

/**
 * The user and the scopes of a token.
 *
 * @param user the Cliq user who posts with it
 * @param scopes its scopes
 * @param ofClient whether a client got it for itself, by {@code client_credentials}
 */
public record Grant(String user, Set<String> scopes, boolean ofClient) {

    /** Copies the scopes. */
    public Grant {
        scopes = Set.copyOf(scopes);
    }

    /** Returns the grant of a user's token, which no client got for itself. */
    public static Grant of(String user, Set<String> scopes) {
        return new Grant(user, scopes, false);
    }
}
