package io.github.camelcliq.webhook;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether it was Cliq that signed a request: RSA with SHA-256 (PKCS#1 v1.5) over the raw bytes of the body, in
 * base64 in the header {@link #HEADER}. Several keys are taken during a change of keys. Safe for all threads.
 *
 * <p>That the raw bytes are what Cliq signs is our choice: the references do not say.
 */
public final class SignatureVerifier {

    /** The header that holds the signature. */
    public static final String HEADER = "X-Cliq-Signature";

    private static final String ALGORITHM = "SHA256withRSA";

    private final List<PublicKey> keys;

    private SignatureVerifier(List<PublicKey> keys) {
        this.keys = keys;
    }

    /**
     * A verifier by the keys in some texts, each as Cliq shows it or as PEM, one or several in a text.
     *
     * @throws IllegalArgumentException when there is no key, or one cannot be read, or is no RSA key of 2,048 bits or
     *     more; the text does not quote it
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
     * Whether one of the keys signed these bytes.
     *
     * @param signature the header's value; {@code null} or anything that is no signature is refused
     */
    public boolean verify(byte[] body, String signature) {
        return decoded(signature)
                .map(bytes -> keys.stream().anyMatch(key -> signs(key, body, bytes)))
                .orElse(false);
    }

    /** Base64 has several spellings of the same bytes, of which one counts: the header must not vary. */
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
            // a signature of another length than the key's is said so with an exception
            return false;
        }
    }
}
