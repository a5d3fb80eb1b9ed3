package io.github.camelcliq.sandbox.oauth;

import java.time.Duration;
import java.util.Objects;

/**
 * The rules by which the accounts server gives out access tokens.
 *
 * @param lifetime how long an access token is valid; whole seconds, at least one
 * @param requests how many token requests are answered in a period, for each refresh token; at least 1
 * @param period the period, which begins with the first request; once the number is exceeded, all requests are refused
 *     until it ends
 * @param liveTokens how many access tokens of one refresh token are valid at once; one more ends the oldest; at least 1
 * @param shape the form of the answer
 * @param errorStatus the HTTP status of errors, 200 or 400
 */
public record TokenRules(
        Duration lifetime, int requests, Duration period, int liveTokens, Shape shape, int errorStatus) {

    /**
     * The documented rules: a lifetime of one hour, ten requests in ten minutes, ten valid tokens (other pages say 15
     * and 30). Errors have the status 200. Zoho sends both, and 200 is the one that clients handle wrongly.
     */
    public static final TokenRules OF_ZOHO =
            new TokenRules(Duration.ofHours(1), 10, Duration.ofMinutes(10), 10, Shape.CURRENT, 200);

    /** Refuses values outside these ranges. */
    public TokenRules {
        Objects.requireNonNull(shape, "shape");
        if (lifetime.toSeconds() < 1 || lifetime.getNano() != 0) {
            throw new IllegalArgumentException(
                    "the lifetime of a token must be whole seconds, at least one, not " + lifetime);
        }
        if (requests < 1 || liveTokens < 1) {
            throw new IllegalArgumentException("requests and liveTokens must be at least 1");
        }
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("the period must be more than zero, not " + period);
        }
        if (errorStatus != 200 && errorStatus != 400) {
            throw new IllegalArgumentException("errorStatus must be 200 or 400, not " + errorStatus);
        }
    }

    /** Returns these rules with another lifetime of access tokens. */
    public TokenRules withLifetime(Duration other) {
        return new TokenRules(other, requests, period, liveTokens, shape, errorStatus);
    }

    /** Returns these rules with another number of requests in a period. */
    public TokenRules withRequests(int number, Duration in) {
        return new TokenRules(lifetime, number, in, liveTokens, shape, errorStatus);
    }

    /** Returns these rules with another number of valid access tokens. */
    public TokenRules withLiveTokens(int number) {
        return new TokenRules(lifetime, requests, period, number, shape, errorStatus);
    }

    /** Returns these rules with another form of answers. */
    public TokenRules withShape(Shape other) {
        return new TokenRules(lifetime, requests, period, liveTokens, other, errorStatus);
    }

    /** Returns these rules with another status of errors, 200 or 400. */
    public TokenRules withErrorStatus(int status) {
        return new TokenRules(lifetime, requests, period, liveTokens, shape, status);
    }

    /** How an answer gives the lifetime of its token. */
    public enum Shape {

        /** {@code expires_in} in seconds. */
        CURRENT,

        /** {@code expires_in_sec} in seconds, beside {@code expires_in} in milliseconds. */
        LEGACY
    }
}
