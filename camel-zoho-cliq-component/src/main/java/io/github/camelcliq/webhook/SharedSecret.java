package io.github.camelcliq.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A secret that Cliq sends with each request, since it is part of the function's execution URL. It verifies requests
 * without a signature. Safe for use by many threads; never shown.
 */
public final class SharedSecret {

    private final byte[] digest;

    /** @throws IllegalArgumentException if the secret is blank */
    public SharedSecret(String secret) {
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException("the shared secret is blank");
        }
        this.digest = digest(secret);
    }

    /** Returns whether a text is the secret. The time of the comparison shows neither the secret nor its length. */
    public boolean matches(String given) {
        return given != null && MessageDigest.isEqual(digest, digest(given));
    }

    private static byte[] digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
