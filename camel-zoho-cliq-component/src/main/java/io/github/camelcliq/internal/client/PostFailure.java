package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.pacing.PostPacer;
import java.time.Duration;
import java.util.Objects;

/**
 * Why a message was not accepted, as data: what Cliq or the network said, whether another attempt can succeed and when,
 * and whether Cliq may have the message already.
 *
 * @param kind the family
 * @param status the HTTP status of Cliq's answer, 0 where there was none
 * @param code Cliq's error code, such as {@code request_limit_exceeded}, or the accounts server's; {@link #STOPPING}
 *     where the application stops; {@code null} where there is none
 * @param message Cliq's message, or ours where there was no answer; on one line, shortened, free of secrets
 * @param retryable whether a later attempt may succeed
 * @param retryAfter how long to wait before the next attempt; {@code null} where nobody knows
 * @param delivery whether Cliq may have the message
 * @param cause the exception for which no answer came; {@code null} where there was none
 */
public record PostFailure(
        FailureKind kind,
        int status,
        String code,
        String message,
        boolean retryable,
        Duration retryAfter,
        Delivery delivery,
        Throwable cause)
        implements PostResult, Authorisation {

    /** The code where the application stops. */
    public static final String STOPPING = "stopping";

    public PostFailure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(delivery, "delivery");
    }

    /** As Cliq answered: whether to try again, and whether Cliq may have the message, follow from the family. */
    static PostFailure answered(FailureKind kind, int status, String code, String message, Duration retryAfter) {
        boolean retryable = isRetryable(kind);
        Delivery delivery = kind == FailureKind.UNAVAILABLE ? Delivery.UNKNOWN : Delivery.NOT_DELIVERED;
        return new PostFailure(kind, status, code, message, retryable, retryable ? retryAfter : null, delivery, null);
    }

    /** Without an answer, for the sake of an exception. */
    static PostFailure unanswered(Delivery delivery, String message, Throwable cause) {
        return new PostFailure(FailureKind.UNAVAILABLE, 0, null, message, true, null, delivery, cause);
    }

    /** Before there was a connection, by a proxy: as a plain request through it would be refused. */
    static PostFailure refusedByProxy(int status, String message, Throwable cause) {
        return new PostFailure(FailureKind.REJECTED, status, null, message, false, null, Delivery.NOT_DELIVERED, cause);
    }

    /** Before anything was written. */
    static PostFailure notPosted(FailureKind kind, String code, String message, Duration retryAfter) {
        return new PostFailure(kind, 0, code, message, isRetryable(kind), retryAfter, Delivery.NOT_DELIVERED, null);
    }

    private static boolean isRetryable(FailureKind kind) {
        return kind == FailureKind.THROTTLED || kind == FailureKind.UNAVAILABLE;
    }

    /** The same without a code, and for a time that nobody knows. */
    static PostFailure notPosted(FailureKind kind, String message) {
        return notPosted(kind, null, message, null);
    }

    /**
     * What this failure means to a post that was not sent because of it: nobody tries again until a wait is over.
     *
     * @param wait not negative
     */
    PostFailure whileWaiting(Duration wait) {
        String text = status == 0
                ? message
                : message + "; the post was not sent, since Cliq refused the access token to an earlier one; the next"
                        + " attempt is possible in " + (wait.toMillis() + 999) / 1000 + " s";
        return new PostFailure(
                kind, status, code, text, retryable, retryable ? wait : null, Delivery.NOT_DELIVERED, null);
    }

    /** As the account's budget, or the application's stop, refused it. */
    static PostFailure refused(PostPacer.PermitRejection refusal) {
        return refusal.reason() == PostPacer.Reason.STOPPING
                ? stopping()
                : notPosted(FailureKind.THROTTLED, null, refusal.reason().text(), refusal.turnIn());
    }

    /** Before anything was written, by the application's stop: another one may post it at once. */
    static PostFailure stopping() {
        return notPosted(FailureKind.UNAVAILABLE, STOPPING, PostPacer.Reason.STOPPING.text(), Duration.ZERO);
    }
}
