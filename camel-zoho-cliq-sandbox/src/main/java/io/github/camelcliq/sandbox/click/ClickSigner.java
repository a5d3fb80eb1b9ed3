package io.github.camelcliq.sandbox.click;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Signs clicks as Cliq does: SHA256withRSA (PKCS#1 v1.5) over the bytes of the body. Safe from any thread. */
public final class ClickSigner {

    /** The header that holds the signature, base64. */
    public static final String HEADER = "X-Cliq-Signature";

    private static final int BITS = 2048;
    private static final String ARMOUR = "-----(BEGIN|END) PRIVATE KEY-----";

    private KeyPair keys;

    private ClickSigner(KeyPair keys) {
        this.keys = keys;
    }

    /** Returns a signer with a new key pair of 2,048 bits, made when it is first needed. */
    public static ClickSigner withNewKeys() {
        return new ClickSigner(null);
    }

    /**
     * Returns a signer with the given keys.
     *
     * @throws IllegalArgumentException if they are not RSA keys
     */
    public static ClickSigner with(KeyPair keys) {
        if (!keys.getPrivate().getAlgorithm().equals("RSA")
                || !keys.getPublic().getAlgorithm().equals("RSA")) {
            throw new IllegalArgumentException("the keys must be RSA keys");
        }
        return new ClickSigner(keys);
    }

    /**
     * Returns a signer with the given private key. The public key is derived from it.
     *
     * @param pkcs8 the key in PKCS#8, base64, with or without PEM armour and line breaks
     * @throws IllegalArgumentException if it is not such a key
     */
    public static ClickSigner with(String pkcs8) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pkcs8.replaceAll(ARMOUR, ""));
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            PrivateKey key = rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            RSAPrivateCrtKey both = (RSAPrivateCrtKey) key;
            RSAPublicKeySpec other = new RSAPublicKeySpec(both.getModulus(), both.getPublicExponent());
            return new ClickSigner(new KeyPair(rsa.generatePublic(other), key));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException broken) {
            // the text stays out of the error: it may hold a key
            throw new IllegalArgumentException("the key is not an RSA private key in PKCS#8");
        }
    }

    /**
     * Returns the public key as Cliq shows it: X.509, base64, without armour. Making the keys first may take half a
     * second.
     */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys().getPublic().getEncoded());
    }

    /** Returns the signature of a body, base64. */
    public String sign(byte[] body) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys().getPrivate());
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the click cannot be signed", broken);
        }
    }

    private synchronized KeyPair keys() {
        if (keys == null) {
            keys = make();
        }
        return keys;
    }

    private static KeyPair make() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(BITS);
            return rsa.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "a signer of clicks";
    }
}
