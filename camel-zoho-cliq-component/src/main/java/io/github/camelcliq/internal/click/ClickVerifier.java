package io.github.camelcliq.internal.click;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelcliq.webhook.ClickId;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.SharedSecret;
import io.github.camelcliq.webhook.SignatureVerifier;
import io.github.camelcliq.webhook.TimestampWindow;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits only requests that Cliq sent. It parses a body only after it has checked its size and verified it. Only the
 * verified body goes further.
 */
final class ClickVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(ClickVerifier.class);

    private final BiPredicate<ClickRequest, byte[]> verification;
    private final int maximumBodySize;
    private final TimestampWindow window;
    private final InstantSource clock;

    ClickVerifier(
            BiPredicate<ClickRequest, byte[]> verification,
            int maximumBodySize,
            TimestampWindow window,
            InstantSource clock) {
        this.verification = verification;
        this.maximumBodySize = maximumBodySize;
        this.window = window;
        this.clock = clock;
    }

    static BiPredicate<ClickRequest, byte[]> signedBy(SignatureVerifier verifier) {
        return (request, body) -> request.value(SignatureVerifier.HEADER)
                .filter(signature -> verifier.verify(body, signature))
                .isPresent();
    }

    static BiPredicate<ClickRequest, byte[]> knowing(SharedSecret secret, String name) {
        return (request, body) -> request.value(name).filter(secret::matches).isPresent();
    }

    static BiPredicate<ClickRequest, byte[]> anybody() {
        return (request, body) -> true;
    }

    /** Either a verified call, or the reason of a rejection. */
    sealed interface Admission {}

    /**
     * @param call the call that Cliq sent
     * @param click the id of the click
     */
    record Admitted(FunctionCall call, ClickId click) implements Admission {}

    /** @param rejection why the request is rejected */
    record Rejected(ClickRejection rejection) implements Admission {}

    Admission admit(ClickRequest request) {
        if (!request.method().equals("POST")) {
            return new Rejected(ClickRejection.METHOD);
        }
        // the server parses forms, and their bytes are lost then
        if (request.contentType().startsWith("application/x-www-form-urlencoded")
                || request.contentType().startsWith("multipart/")) {
            return new Rejected(ClickRejection.FORM);
        }
        // the signature is over the body as Cliq wrote it, and a packed body may unpack to any size
        if (request.value("Content-Encoding")
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .isPresent()) {
            return new Rejected(ClickRejection.PACKED);
        }
        return body(request).map(body -> admit(request, body)).orElse(new Rejected(ClickRejection.UNREADABLE));
    }

    private Optional<byte[]> body(ClickRequest request) {
        try {
            return Optional.of(request.body(maximumBodySize));
        } catch (IOException | RuntimeException unreadable) {
            LOG.debug("The body of a request could not be read", unreadable);
            return Optional.empty();
        }
    }

    private Admission admit(ClickRequest request, byte[] body) {
        if (body.length > maximumBodySize) {
            return new Rejected(ClickRejection.TOO_LARGE);
        }
        if (!verification.test(request, body)) {
            return new Rejected(ClickRejection.UNVERIFIED);
        }
        return read(body);
    }

    private Admission read(byte[] body) {
        try {
            FunctionCall call = FunctionCall.parse(body);
            if (!call.isObject()) {
                return new Rejected(ClickRejection.NO_CALL);
            }
            return window.admits(call.timestamp(), clock.instant())
                    ? new Admitted(call, ClickId.of(body))
                    : new Rejected(ClickRejection.UNTIMELY);
        } catch (JsonProcessingException noJson) {
            return new Rejected(ClickRejection.NO_CALL);
        }
    }
}
