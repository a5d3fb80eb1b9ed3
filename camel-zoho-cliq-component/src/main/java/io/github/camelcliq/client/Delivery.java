package io.github.camelcliq.client;

/**
 * Whether Cliq has a message whose post failed. Cliq has no idempotency key. So another post after {@link #UNKNOWN} can
 * show the message twice.
 */
public enum Delivery {
    /** Cliq does not have the message: no byte of it was sent, or Cliq refused it. */
    NOT_DELIVERED,
    /** Cliq may have the message: it was sent, and the answer is missing or unclear. */
    UNKNOWN
}
