package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.pacing.PostPacer;
import java.time.Duration;

/**
 * Why a message was not accepted: what Cliq or the network said, whether and when another attempt can succeed, and
 * whether Cliq may have the message.
 *
 * @param kind the family
 * @param status the HTTP status of Cliq's answer; 0 without an answer
 * @param code the error code of Cliq, such as {@code request_limit_exceeded}, or of the accounts server;
 *     {@link #STOPPING} if the application stops; {@code null} without a code
 * @param message Cliq's message, or this component's without an answer; on one line, shortened, without secrets
 * @param retryAfter how long to wait before the next attempt; {@code null} if unknown, or if no attempt can succeed
 * @param delivery whether Cliq may have the message
 * @param cause the exception that prevented an answer; {@code null} if there was no exception
 */
public record PostFailure(
        FailureKind kind,
        int status,
        String code,
        String message,
        Duration retryAfter,
        Delivery delivery,
        Throwable cause)
        implements PostResult, TokenSource.Authorisation {

    /** The code of posts that end because the application stops. */
    public static final String STOPPING = "stopping";

    public PostFailure {
        retryAfter = isRetryable(kind) ? retryAfter : null;
    }

    /** Returns whether Cliq refused the access token, and not only a scope of it. */
    public boolean refusesToken() {
        return kind == FailureKind.AUTH && status > 0 && !ResponseClassifier.SCOPE_INVALID.equals(code);
    }

    public boolean retryable() {
        return isRetryable(kind);
    }

    private static boolean isRetryable(FailureKind kind) {
        return kind == FailureKind.THROTTLED || kind == FailureKind.UNAVAILABLE;
    }

    /**
     * Makes the failure of an answer. The kind decides whether another attempt can succeed and whether Cliq may have
     * the message.
     */
    static PostFailure answered(FailureKind kind, int status, String code, String message, Duration retryAfter) {
        Delivery delivery = kind == FailureKind.UNAVAILABLE ? Delivery.UNKNOWN : Delivery.NOT_DELIVERED;
        return new PostFailure(kind, status, code, message, retryAfter, delivery, null);
    }

    /** Makes the failure of a post without an answer, because of an exception. */
    static PostFailure unanswered(Delivery delivery, String message, Throwable cause) {
        return new PostFailure(FailureKind.UNAVAILABLE, 0, null, message, null, delivery, cause);
    }

    /** Makes the failure of a post of which nothing was written. */
    static PostFailure notPosted(FailureKind kind, String code, String message, Duration retryAfter) {
        return new PostFailure(kind, 0, code, message, retryAfter, Delivery.NOT_DELIVERED, null);
    }

    static PostFailure notPosted(FailureKind kind, String message) {
        return notPosted(kind, null, message, null);
    }

    /**
     * Returns the failure of a later post that is not sent because of this one, until a wait is over.
     *
     * @param wait not negative
     */
    PostFailure whileWaiting(Duration wait) {
        String text = status == 0
                ? message
                : message + "; the post was not sent, since Cliq refused the access token to an earlier one";
        if (!retryable()) {
            text += "; the next attempt is possible in " + seconds(wait) + " s";
        }
        return new PostFailure(kind, status, code, text, wait, Delivery.NOT_DELIVERED, null);
    }

    private static long seconds(Duration wait) {
        return (wait.toMillis() + 999) / 1000;
    }

    static PostFailure refused(PostPacer.PermitRejection refusal) {
        if (refusal.reason() == PostPacer.Reason.STOPPING) {
            return stopping();
        }
        String text = refusal.reason().text();
        if (refusal.reason() == PostPacer.Reason.UNKNOWN_POSTS) {
            text += "; the turn of this post comes in " + seconds(refusal.turnIn()) + " s";
        }
        return notPosted(FailureKind.THROTTLED, null, text, refusal.turnIn());
    }

    /** Makes the failure of a post that ends because the application stops. Another instance may post it at once. */
    static PostFailure stopping() {
        return notPosted(FailureKind.UNAVAILABLE, STOPPING, PostPacer.Reason.STOPPING.text(), Duration.ZERO);
    }
}
