package io.github.camelcliq.sandbox.oauth;

import java.time.Duration;
import java.util.Objects;

/**
 * How the accounts server gives out access tokens.
 *
 * @param lifetime how long an access token lives; whole seconds, at least one
 * @param requests how many token requests are answered in a period, for each refresh token; at least 1
 * @param period the period: it begins with the first request, and once the number is exceeded everything is refused
 *     until it ends
 * @param liveTokens how many access tokens of one refresh token live at once; one more kills the oldest; at least 1
 * @param shape the form of the answer
 * @param errorStatus the HTTP status of refusals, 200 or 400
 */
public record TokenRules(
        Duration lifetime, int requests, Duration period, int liveTokens, Shape shape, int errorStatus) {

    /**
     * As documented: an hour's life; ten requests in ten minutes; ten live tokens (other pages say 15 and 30). Refusals
     * come with 200: both statuses occur, and this is the one that clients stumble over.
     */
    public static final TokenRules OF_ZOHO =
            new TokenRules(Duration.ofHours(1), 10, Duration.ofMinutes(10), 10, Shape.CURRENT, 200);

    /** Refuses what is no rule. */
    public TokenRules {
        Objects.requireNonNull(shape, "shape");
        if (lifetime.toSeconds() < 1 || lifetime.getNano() != 0) {
            throw new IllegalArgumentException("a token lives for whole seconds, at least one, not " + lifetime);
        }
        if (requests < 1 || liveTokens < 1) {
            throw new IllegalArgumentException("at least one request is answered, and one token lives");
        }
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("the period is longer than nothing, not " + period);
        }
        if (errorStatus != 200 && errorStatus != 400) {
            throw new IllegalArgumentException("refusals come with 200 or 400, not " + errorStatus);
        }
    }

    /** The same rules with another life of access tokens. */
    public TokenRules withLifetime(Duration other) {
        return new TokenRules(other, requests, period, liveTokens, shape, errorStatus);
    }

    /** The same rules with so many requests in a period. */
    public TokenRules withRequests(int number, Duration in) {
        return new TokenRules(lifetime, number, in, liveTokens, shape, errorStatus);
    }

    /** The same rules with so many access tokens that live at once. */
    public TokenRules withLiveTokens(int number) {
        return new TokenRules(lifetime, requests, period, number, shape, errorStatus);
    }

    /** The same rules with answers of another form. */
    public TokenRules withShape(Shape other) {
        return new TokenRules(lifetime, requests, period, liveTokens, other, errorStatus);
    }

    /** The same rules with refusals of another status, 200 or 400. */
    public TokenRules withErrorStatus(int status) {
        return new TokenRules(lifetime, requests, period, liveTokens, shape, status);
    }

    /** How an answer says how long the token lives. */
    public enum Shape {

        /** {@code expires_in} in seconds. */
        CURRENT,

        /** {@code expires_in_sec} in seconds, beside {@code expires_in} in milliseconds. */
        LEGACY
    }
}
