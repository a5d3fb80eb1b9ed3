package io.github.camelcliq.webhook;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Verifies that Cliq signed a request: RSA with SHA-256 (PKCS#1 v1.5) over the raw bytes of the body, in base64 in the
 * header {@link #HEADER}. It takes several keys, for a change of keys. Safe for use by many threads.
 *
 * <p>The signature is over the raw bytes, which is our choice: the references do not say.
 */
public final class SignatureVerifier {

    /** The header with the signature. */
    public static final String HEADER = "X-Cliq-Signature";

    private static final String ALGORITHM = "SHA256withRSA";

    private final List<PublicKey> keys;

    private SignatureVerifier(List<PublicKey> keys) {
        this.keys = keys;
    }

    /**
     * Creates a verifier with the keys of some texts. Each text has one or several keys, as Cliq shows them or as PEM.
     *
     * @throws IllegalArgumentException if there is no key, or a key cannot be read, or is not an RSA key of at least
     *     2,048 bits; the text does not show the key
     */
    public static SignatureVerifier of(Collection<String> keys) {
        List<PublicKey> read =
                keys.stream().flatMap(text -> PublicKeys.in(text).stream()).toList();
        if (read.isEmpty()) {
            throw new IllegalArgumentException("there is no public key");
        }
        return new SignatureVerifier(read);
    }

    /**
     * Returns whether one of the keys signed these bytes.
     *
     * @param signature the value of the header; {@code null}, or a text that is not a signature, is refused
     */
    public boolean verify(byte[] body, String signature) {
        return decoded(signature)
                .map(bytes -> keys.stream().anyMatch(key -> signs(key, body, bytes)))
                .orElse(false);
    }

    /** Decodes base64 strictly. Several base64 texts can give the same bytes, and only one of them counts. */
    private static Optional<byte[]> decoded(String signature) {
        if (signature == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(signature);
            return Base64.getEncoder().encodeToString(bytes).equals(signature) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean signs(PublicKey key, byte[] body, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(body);
            return verification.verify(signature);
        } catch (GeneralSecurityException notOfThisKey) {
            // a signature whose length does not match the key causes an exception
            return false;
        }
    }
}
