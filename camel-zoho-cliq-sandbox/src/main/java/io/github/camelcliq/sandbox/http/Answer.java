package io.github.camelcliq.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import java.time.Duration;
import java.util.Map;

/**
 * An answer of the sandbox.
 *
 * @param status the HTTP status
 * @param headers the headers, without those of the body
 * @param body the JSON body; {@code null} for none
 */
public record Answer(int status, Map<String, String> headers, JsonNode body) {

    public static final Answer NO_CONTENT = new Answer(204, null);

    /** The media type of a body. */
    public static final String JSON_TYPE = "application/json;charset=UTF-8";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public Answer(int status, JsonNode body) {
        this(status, Map.of(), body);
    }

    /**
     * Returns an error in the flat form of Cliq's references, without a code. For most errors the references name no
     * code.
     */
    public static Answer error(int status, String message) {
        return new Answer(status, JSON.objectNode().put("message", message));
    }

    /** Returns an error with one of the codes seen on a live organisation. */
    public static Answer error(int status, String code, String message) {
        return new Answer(status, JSON.objectNode().put("code", code).put("message", message));
    }

    /** Returns the answer to a wrong access token. */
    public static Answer unauthorized() {
        return error(401, "The OAuth token is missing, invalid or expired.");
    }

    /** Returns the answer to a token without the required scope. */
    public static Answer scopeMissing() {
        return error(401, "oauthtoken_scope_invalid", "The OAuth token does not have the scope that this needs.");
    }

    /** Returns the answer to a user who posts too often. */
    public static Answer throttled(ThrottleAnswer form, Duration lock) {
        ObjectNode flat = JSON.objectNode().put("message", "Too many requests.").put("code", "rate_limit_exceeded");
        Answer answer =
                switch (form.form()) {
                    case FLAT -> new Answer(429, flat);
                    case NESTED -> new Answer(429, JSON.objectNode().set("error", flat));
                    case DISGUISED ->
                        error(400, "request_limit_exceeded", "You have exceeded the URL throttle limits.");
                };
        return form.retryAfter() ? answer.retryAfter(lock) : answer;
    }

    /** Returns a refusal of the token endpoint with the status 200. */
    public static Answer tokenError(String error) {
        return new Answer(200, JSON.objectNode().put("error", error));
    }

    /** Returns the body as text; empty if there is none. */
    public String text() {
        return body == null ? "" : body.toString();
    }

    private Answer retryAfter(Duration wait) {
        // rounded up, so that the lock is over after that many seconds
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        return new Answer(status, Map.of("Retry-After", Long.toString(seconds)), body);
    }
}
