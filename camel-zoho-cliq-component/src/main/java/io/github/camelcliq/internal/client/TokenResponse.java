package io.github.camelcliq.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * The answer of the accounts server to a request for a token. Its status is in the text of a failure only, because the
 * status of a failure is always Cliq's.
 *
 * @param accessToken the token; {@code null} after a failure
 * @param lifetime how long the token is valid; {@code null} after a failure
 * @param failure why there is no token; {@code null} if there is one
 */
record TokenResponse(String accessToken, Duration lifetime, PostFailure failure) {

    /**
     * The longest time for which the accounts server refuses an account after too many requests (Zoho's OAuth page).
     */
    static final Duration COOL_DOWN = Duration.ofMinutes(10);

    /** The documented lifetime, for an answer that names none. */
    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

    /** One day. A larger number is in milliseconds, as in the legacy format of the answer. */
    private static final long MAX_SECONDS = 86_400;

    private static final String TOO_OFTEN = "Access Denied";

    /** Error codes of failures that pass. Every other error code is permanent. Our choice. */
    private static final Set<String> PASSING = Set.of("general_error", "server_error", "temporarily_unavailable");

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads an answer. The error decides before the status, since the accounts server answers errors with 200 or 400.
     */
    static TokenResponse of(int status, Buffer answer) {
        JsonNode body = json(answer);
        String error = body.path("error").asText("");
        if (!error.isEmpty()) {
            return failed(
                    failureOf(status, error, body.path("error_description").asText("")));
        }
        String token = body.path("access_token").asText("");
        if (status >= 200 && status < 300 && AccessToken.complaintAbout(token) == null) {
            return new TokenResponse(token, lifetime(body), null);
        }
        String said = "the token endpoint answered " + status + " without a token";
        return failed(
                status >= 400 && status < 500 && status != 408 && status != 429
                        ? PostFailure.notPosted(FailureKind.AUTH, said)
                        : PostFailure.notPosted(FailureKind.UNAVAILABLE, said));
    }

    static TokenResponse failed(PostFailure failure) {
        return new TokenResponse(null, null, failure);
    }

    private static PostFailure failureOf(int status, String error, String description) {
        if (error.equals(TOO_OFTEN)) {
            return PostFailure.notPosted(
                    FailureKind.THROTTLED, error, "the token endpoint was asked too often", COOL_DOWN);
        }
        String said = "the token endpoint refused (HTTP " + status + "): " + error
                + (description.isEmpty() ? "" : ", " + description);
        FailureKind kind = status >= 500 || PASSING.contains(error) ? FailureKind.UNAVAILABLE : FailureKind.AUTH;
        return PostFailure.notPosted(kind, error, said, null);
    }

    private static Duration lifetime(JsonNode body) {
        long seconds = body.path("expires_in_sec").asLong(0);
        if (seconds > 0) {
            return atMostADay(seconds);
        }
        long lifetime = body.path("expires_in").asLong(0);
        if (lifetime <= 0) {
            return USUAL_LIFETIME;
        }
        return atMostADay(lifetime > MAX_SECONDS ? Math.max(1, lifetime / 1000) : lifetime);
    }

    private static Duration atMostADay(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, MAX_SECONDS));
    }

    private static JsonNode json(Buffer body) {
        if (body == null || body.length() == 0) {
            return JSON.missingNode();
        }
        try {
            JsonNode tree = JSON.readTree(body.getBytes());
            return tree == null ? JSON.missingNode() : tree;
        } catch (IOException unreadable) {
            // an error page of a proxy: only the status counts
            return JSON.missingNode();
        }
    }
}
