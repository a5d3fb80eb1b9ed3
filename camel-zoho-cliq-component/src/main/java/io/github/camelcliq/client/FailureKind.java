package io.github.camelcliq.client;

/** The families of failed posts, by what a route would do about them. */
public enum FailureKind {
    /**
     * Too many posts: Cliq's 429, or the 400 in which it disguises a throttle. Worth another attempt after the lock.
     */
    THROTTLED,
    /** Cliq could not be reached, did not answer in time, or failed itself (5xx, 408). */
    UNAVAILABLE,
    /** The token is missing, wrong or expired, or lacks a scope. */
    AUTH,
    /** Every other refusal: another attempt with the same message gets the same answer. */
    REJECTED
}
