package io.github.camelcliq;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.client.PostFailure;
import java.time.Duration;
import org.apache.camel.CamelException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * The failure of a post, with all facts that a route needs to decide what to do. {@code onException} matches a
 * subclass. {@code onWhen(simple("${exception.safeToRedeliver}"))} matches a property of the failure.
 */
public abstract sealed class CliqException extends CamelException implements HttpResponseAware
        permits CliqInvalidMessageException,
                CliqThrottledException,
                CliqUnavailableException,
                CliqAuthException,
                CliqRejectedException {

    private final String cliqCode;
    private final boolean stopping;
    private final boolean retryable;
    private final Duration retryAfter;
    private final Delivery delivery;
    private int status;
    private String statusText;

    CliqException(String message, Throwable cause) {
        super(message, cause);
        this.cliqCode = null;
        this.stopping = false;
        this.retryable = false;
        this.retryAfter = null;
        this.delivery = Delivery.NOT_DELIVERED;
    }

    CliqException(String target, PostFailure failure) {
        super(describe(target, failure), failure.cause());
        this.stopping = PostFailure.STOPPING.equals(failure.code());
        this.cliqCode = stopping ? null : failure.code();
        this.retryable = failure.retryable();
        this.retryAfter = failure.retryAfter();
        this.delivery = failure.delivery();
        this.status = failure.status();
        this.statusText = failure.message();
    }

    /** Returns the exception for the kind of a failure. */
    static CliqException of(String target, PostFailure failure) {
        return switch (failure.kind()) {
            case THROTTLED -> new CliqThrottledException(target, failure);
            case UNAVAILABLE -> new CliqUnavailableException(target, failure);
            case AUTH -> new CliqAuthException(target, failure);
            case REJECTED -> new CliqRejectedException(target, failure);
        };
    }

    /**
     * Returns Cliq's error code, such as {@code request_limit_exceeded}, or the error code of the accounts server, such
     * as {@code invalid_code}; {@code null} if there is none.
     */
    public String getCliqCode() {
        return cliqCode;
    }

    /**
     * Returns whether the post was not sent because the Camel context stops, or because its route was stopped by force
     * while the post waited. Another application, or this one after its next start, may post it at once.
     */
    public boolean isStopping() {
        return stopping;
    }

    /** Returns whether a later attempt with the same message may succeed. */
    public boolean isRetryable() {
        return retryable;
    }

    /**
     * Returns how long to wait before the next attempt: as Cliq asks, for the rest of a lock, or until the post's turn.
     * {@code null} if no wait is known.
     */
    public Duration getRetryAfter() {
        return retryAfter;
    }

    /** Returns whether Cliq may have the message although the post failed. */
    public Delivery getDelivery() {
        return delivery;
    }

    /** Returns whether a later attempt may succeed and cannot show the message twice. */
    public boolean isSafeToRedeliver() {
        return retryable && delivery == Delivery.NOT_DELIVERED;
    }

    /**
     * Returns the HTTP status of Cliq's answer. If this post was not sent because of an earlier failure, it is the
     * status of that failure. 0 without an answer; a 2xx if Cliq answered an error with it.
     */
    @Override
    public int getHttpResponseCode() {
        return status;
    }

    @Override
    public void setHttpResponseCode(int code) {
        this.status = code;
    }

    /**
     * Returns the message of Cliq, or this component's message without an answer; on one line, without secrets.
     * {@code null} for a message that breaks rules.
     */
    @Override
    public String getHttpResponseStatus() {
        return statusText;
    }

    @Override
    public void setHttpResponseStatus(String text) {
        this.statusText = text;
    }

    private static String describe(String target, PostFailure failure) {
        StringBuilder text = new StringBuilder("Message to ").append(target).append(" failed: ");
        if (failure.status() > 0) {
            text.append("HTTP ").append(failure.status()).append(", ");
        }
        if (failure.code() != null) {
            text.append(failure.code()).append(", ");
        }
        text.append(failure.message());
        if (failure.retryAfter() != null) {
            text.append("; the route may post it again in ")
                    .append(failure.retryAfter().toSeconds())
                    .append(" s");
        }
        return text.append(failure.delivery() == Delivery.UNKNOWN ? "; Cliq may have the message" : "; not delivered")
                .toString();
    }
}
