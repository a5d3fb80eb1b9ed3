package io.github.camelcliq.client;

import java.util.Objects;

/**
 * How the client of one account reaches Cliq.
 *
 * @param baseUrl scheme, host, optional port and path prefix, such as {@code https://cliq.zoho.com}; the token goes to
 *     this host only
 * @param poolSize connections open to Cliq at most, each carrying one post at a time
 */
public record ClientOptions(String baseUrl, int poolSize) {

    public ClientOptions {
        Objects.requireNonNull(baseUrl, "baseUrl");
        if (poolSize < 1) {
            throw new IllegalArgumentException("poolSize must be at least 1, was " + poolSize);
        }
    }
}
