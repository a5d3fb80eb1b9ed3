package io.github.camelcliq.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answer of the accounts server to a request for a token. Its status is in the text of a failure only, because the
 * status of a failure is always Cliq's.
 *
 * @param accessToken the token; {@code null} after a failure
 * @param lifetime how long the token is valid; {@code null} after a failure
 * @param failure why there is no token; {@code null} if there is one
 */
public record TokenResponse(String accessToken, Duration lifetime, PostFailure failure) {

    /**
     * The longest time for which the accounts server refuses an account after too many requests (Zoho's OAuth page).
     */
    public static final Duration COOL_DOWN = Duration.ofMinutes(10);

    /** The most token requests that the accounts server allows in {@link #COOL_DOWN} (Zoho's OAuth page). */
    public static final int MAX_REQUESTS = 10;

    /** The documented lifetime, for an answer that names none. */
    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

    /** One day. A larger number is in milliseconds, as in the legacy format of the answer. */
    private static final long MAX_SECONDS = 86_400;

    /** Error codes of failures that pass. Every other error code is permanent. Our choice. */
    private static final Set<String> PASSING = Set.of("general_error", "server_error", "temporarily_unavailable");

    /**
     * What to check, by error code. Credentials of another data centre can cause each of them (Zoho's accounts help).
     */
    private static final Map<String, String> REMEDIES = Map.of(
            "invalid_client", "check clientId and dataCenter",
            "invalid_client_secret", "check clientSecret and dataCenter",
            "invalid_code", "check refreshToken and dataCenter; if it was revoked, make a new one");

    /**
     * Reads an answer. The error decides before the status, since the accounts server answers errors with 200 or 400.
     *
     * @param secrets masked in the texts of the answer
     * @param server the name of the accounts server, for errors of wrong credentials
     */
    static TokenResponse of(int status, Buffer answer, List<String> secrets, String server) {
        JsonNode body = ResponseClassifier.json(answer);
        if (!body.path("error").asText("").isEmpty()) {
            return failed(failureOf(status, body, secrets, server));
        }
        String token = body.path("access_token").asText("");
        if (status >= 200 && status < 300 && AccessToken.complaintAbout(token) == null) {
            return new TokenResponse(token, lifetime(body), null);
        }
        boolean refused = status >= 400 && status < 500 && status != 408 && status != 429;
        return failed(PostFailure.notPosted(
                refused ? FailureKind.AUTH : FailureKind.UNAVAILABLE,
                "the token endpoint answered " + status + " without a token"));
    }

    static TokenResponse failed(PostFailure failure) {
        return new TokenResponse(null, null, failure);
    }

    /** Says that the accounts server may not be asked before the end of a wait. */
    public static TokenResponse askedTooOften(Duration wait) {
        return failed(PostFailure.notPosted(
                FailureKind.THROTTLED, null, "the token endpoint must be left alone for a while", wait));
    }

    private static PostFailure failureOf(int status, JsonNode body, List<String> secrets, String server) {
        String error = body.path("error").asText("");
        if (error.equals("Access Denied")) {
            return PostFailure.notPosted(
                    FailureKind.THROTTLED, error, "the token endpoint was asked too often", COOL_DOWN);
        }
        String description = body.path("error_description").asText("");
        String said = "the token endpoint refused (HTTP " + status + "): " + error
                + (description.isEmpty() ? "" : ", " + description);
        String remedy = REMEDIES.containsKey(error) ? "; accounts server " + server + ": " + REMEDIES.get(error) : "";
        FailureKind kind = status >= 500 || PASSING.contains(error) ? FailureKind.UNAVAILABLE : FailureKind.AUTH;
        return PostFailure.notPosted(kind, QuotedText.of(error, secrets), QuotedText.of(said, secrets) + remedy, null);
    }

    private static Duration lifetime(JsonNode body) {
        long seconds = body.path("expires_in_sec").asLong();
        if (seconds <= 0) {
            long lifetime = body.path("expires_in").asLong();
            seconds = lifetime > MAX_SECONDS ? lifetime / 1000 : lifetime;
        }
        return seconds <= 0 ? USUAL_LIFETIME : Duration.ofSeconds(Math.min(seconds, MAX_SECONDS));
    }
}
