package io.github.camelcliq.webhook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest for the comparison of bodies and secrets. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
