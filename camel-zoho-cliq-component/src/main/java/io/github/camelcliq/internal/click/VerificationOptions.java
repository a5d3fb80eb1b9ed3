package io.github.camelcliq.internal.click;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.Verification;
import io.github.camelcliq.webhook.SharedSecret;
import io.github.camelcliq.webhook.SignatureVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

/** The options of an endpoint for the verification of requests. */
final class VerificationOptions {

    private static final String MISSING =
            "there is no way to recognise Cliq: set publicKey to the extension's public key, or sharedSecret to a secret"
                    + " in the function's execution URL, or verification=NONE to accept every request";

    private static final String INLINE_KEY =
            " (for a key in a file, write file: or classpath: and its name; in an endpoint URI, put the key into RAW(...),"
                    + " or each + becomes a space)";

    /** The name of the query parameter or header with the shared secret. */
    private static final String SECRET_NAME = "secret";

    private final CliqConfiguration options;

    VerificationOptions(CliqConfiguration options) {
        this.options = options;
    }

    /**
     * Returns the option {@code verification}, or otherwise the kind that the given key or secret means; empty if that
     * is unclear.
     */
    Optional<Verification> kind() {
        if (options.getVerification() != null) {
            return Optional.of(options.getVerification());
        }
        if (has(options.getPublicKey()) == has(options.getSharedSecret())) {
            return Optional.empty();
        }
        return Optional.of(has(options.getPublicKey()) ? Verification.SIGNATURE : Verification.SHARED_SECRET);
    }

    /** Returns why requests cannot be verified; empty if they can. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (kind().isEmpty()) {
            complaints.add(
                    has(options.getPublicKey())
                            ? "publicKey and sharedSecret are both set: choose one with verification=SIGNATURE or"
                                    + " SHARED_SECRET"
                            : MISSING);
        }
        if (options.getVerification() == Verification.SIGNATURE && !has(options.getPublicKey())) {
            complaints.add("verification=SIGNATURE needs publicKey");
        }
        if (options.getVerification() == Verification.SHARED_SECRET && !has(options.getSharedSecret())) {
            complaints.add("verification=SHARED_SECRET needs sharedSecret");
        }
        return complaints;
    }

    /**
     * Returns the check of requests. The options must have no complaints.
     *
     * @throws IllegalArgumentException if a key cannot be read
     */
    BiPredicate<ClickRequest, byte[]> verification(CamelContext context) {
        return switch (kind().orElseThrow()) {
            case SIGNATURE -> ClickVerifier.signedBy(verifier(context));
            case SHARED_SECRET -> ClickVerifier.knowing(new SharedSecret(options.getSharedSecret()), SECRET_NAME);
            case NONE -> ClickVerifier.anybody();
        };
    }

    private SignatureVerifier verifier(CamelContext context) {
        List<String> keys = new ArrayList<>();
        for (String key : options.getPublicKey().split(",")) {
            if (!key.isBlank()) {
                keys.add(isLocation(key.strip()) ? stored(context, key.strip()) : inline(key));
            }
        }
        return SignatureVerifier.of(keys);
    }

    private static String stored(CamelContext context, String location) {
        String key = content(context, location);
        return usable(key, "option publicKey: " + location + " has no usable key: ", "");
    }

    private static String inline(String key) {
        return usable(key, "option publicKey: ", INLINE_KEY);
    }

    private static String usable(String key, String before, String after) {
        try {
            SignatureVerifier.of(List.of(key));
            return key;
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(before + unusable.getMessage() + after, unusable);
        }
    }

    private static boolean isLocation(String key) {
        return key.startsWith("file:") || key.startsWith("classpath:");
    }

    private static String content(CamelContext context, String location) {
        try (InputStream content = ResourceHelper.resolveMandatoryResourceAsInputStream(context, location)) {
            return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("option publicKey: " + location + " cannot be read", unreadable);
        }
    }

    private static boolean has(String option) {
        return option != null && !option.isBlank();
    }
}
