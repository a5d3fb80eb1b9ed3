package io.github.camelcliq;

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

/** How the options of an endpoint want requests verified. */
final class VerificationOptions {

    private static final String MISSING =
            "nothing says how to know Cliq by: set publicKey to the extension's public key, or sharedSecret to a secret"
                    + " in the function's execution URL, or verification=NONE to believe everybody";

    private final CliqConfiguration options;

    VerificationOptions(CliqConfiguration options) {
        this.options = options;
    }

    /** What is said, or else what the one option that is given stands for; empty where that is unclear. */
    Optional<Verification> kind() {
        if (options.getVerification() != null) {
            return Optional.of(options.getVerification());
        }
        if (has(options.getPublicKey()) == has(options.getSharedSecret())) {
            return Optional.empty();
        }
        return Optional.of(has(options.getPublicKey()) ? Verification.SIGNATURE : Verification.SHARED_SECRET);
    }

    /** What keeps requests from being verified; empty where nothing does. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (kind().isEmpty()) {
            complaints.add(
                    has(options.getPublicKey())
                            ? "publicKey and sharedSecret are both given: say which counts with verification=SIGNATURE or"
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
     * What verifies a request, of options without complaints.
     *
     * @throws IllegalArgumentException when a key cannot be read
     */
    BiPredicate<ClickRequest, byte[]> verification(CamelContext context) {
        return switch (kind().orElseThrow()) {
            case SIGNATURE -> ClickGate.signedBy(verifier(context));
            case SHARED_SECRET ->
                ClickGate.knowing(new SharedSecret(options.getSharedSecret()), options.getSharedSecretName());
            case NONE -> ClickGate.anybody();
        };
    }

    private SignatureVerifier verifier(CamelContext context) {
        try {
            return SignatureVerifier.of(keys(context));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException("option publicKey: " + unusable.getMessage(), unusable);
        }
    }

    private List<String> keys(CamelContext context) {
        List<String> keys = new ArrayList<>();
        for (String key : options.getPublicKey().split(",")) {
            if (!key.isBlank()) {
                keys.add(isLocation(key.strip()) ? content(context, key.strip()) : key);
            }
        }
        return keys;
    }

    private static boolean isLocation(String key) {
        return key.startsWith("file:") || key.startsWith("classpath:");
    }

    private static String content(CamelContext context, String location) {
        try (InputStream content = ResourceHelper.resolveMandatoryResourceAsInputStream(context, location)) {
            return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(location + " cannot be read", unreadable);
        }
    }

    private static boolean has(String option) {
        return option != null && !option.isBlank();
    }
}
