package io.github.camelcliq.client;

/**
 * What is known about a message whose post failed. Cliq has no idempotency key, so that posting again after
 * {@link #UNKNOWN} can show the message twice.
 */
public enum Delivery {
    /** Cliq does not have the message: no byte of it left, or Cliq's answer says that it was refused. */
    NOT_DELIVERED,
    /** Cliq may have the message: it was on the wire, and the answer is missing or does not say. */
    UNKNOWN
}
