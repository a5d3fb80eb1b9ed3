package io.github.camelcliq.internal.client;

/** The families of failed posts, by what a route would do about them. */
public enum FailureKind {
    /**
     * Too many posts: Cliq's 429, or the 400 in which it disguises a throttle; our own budget, or the token endpoint
     * that must be left alone. Worth another attempt after the wait.
     */
    THROTTLED,
    /** Cliq or the accounts server could not be reached, did not answer in time, or failed itself (5xx, 408). */
    UNAVAILABLE,
    /** The token is wrong or expired, or lacks a scope, or there is none for these credentials. */
    AUTH,
    /** Every other refusal: another attempt with the same message gets the same answer. */
    REJECTED
}
