package io.github.camelcliq.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A secret that Cliq sends along with each request, since it was written into the function's execution URL. The other
 * way to know Cliq by, where nothing is signed. Safe for all threads; never shown.
 */
public final class SharedSecret {

    private final byte[] digest;

    /** @throws IllegalArgumentException when the secret is blank */
    public SharedSecret(String secret) {
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException("the shared secret is blank");
        }
        this.digest = digest(secret);
    }

    /** Whether that is the secret; takes as long for every other text of its length, and does not tell its own. */
    public boolean matches(String given) {
        return given != null && MessageDigest.isEqual(digest, digest(given));
    }

    private static byte[] digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
