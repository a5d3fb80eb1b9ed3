package io.github.camelcliq.sandbox.oauth;

import java.util.Set;

/**
 * What a token allows.
 *
 * @param user the Cliq user whom it lets post
 * @param scopes the scopes it has
 * @param ofClient whether the client got it for itself, by {@code client_credentials}
 */
public record Grant(String user, Set<String> scopes, boolean ofClient) {

    /** Copies the scopes. */
    public Grant {
        scopes = Set.copyOf(scopes);
    }

    /** What a token of that user allows, not one that a client got for itself. */
    public static Grant of(String user, Set<String> scopes) {
        return new Grant(user, scopes, false);
    }
}
