package io.github.camelcliq.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads Cliq's public keys: base64 of an X.509 SubjectPublicKeyInfo as Cliq shows it, or PEM. Line breaks do not
 * matter.
 */
final class PublicKeys {

    /** Cliq's keys have 2,048 bits. Shorter keys are refused (our choice). */
    private static final int FEWEST_BITS = 2048;

    private static final Pattern PEM = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private PublicKeys() {}

    /**
     * Reads the keys in a text: PEM blocks, or base64 keys with commas between them.
     *
     * @return at least one key
     * @throws IllegalArgumentException if there is no key, or a key cannot be read; the text does not show the key
     */
    static List<PublicKey> in(String text) {
        List<PublicKey> keys = text.contains("-----BEGIN")
                ? pem(text)
                : Stream.of(text.split(","))
                        .filter(key -> !key.isBlank())
                        .map(PublicKeys::key)
                        .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no public key in it");
        }
        return keys;
    }

    private static List<PublicKey> pem(String text) {
        List<PublicKey> keys = new ArrayList<>();
        for (Matcher block = PEM.matcher(text); block.find(); ) {
            if (!block.group(1).equals("PUBLIC KEY")) {
                throw new IllegalArgumentException(
                        "it has a " + block.group(1) + ", but a PUBLIC KEY (X.509 SubjectPublicKeyInfo) is needed");
            }
            keys.add(key(block.group(2)));
        }
        return keys;
    }

    private static PublicKey key(String base64) {
        PublicKey key = decoded(BLANK.matcher(base64).replaceAll(""));
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < FEWEST_BITS) {
            throw new IllegalArgumentException("the RSA key has fewer than " + FEWEST_BITS + " bits");
        }
        return key;
    }

    private static PublicKey decoded(String base64) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("it is not base64");
        } catch (GeneralSecurityException notRsa) {
            throw new IllegalArgumentException("it is not an RSA key in the form X.509 SubjectPublicKeyInfo", notRsa);
        }
    }
}
