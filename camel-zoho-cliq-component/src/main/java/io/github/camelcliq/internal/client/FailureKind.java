package io.github.camelcliq.internal.client;

/** The kinds of failed posts, by what a route can do about them. */
public enum FailureKind {
    /**
     * Too many posts: Cliq's 429, a throttle that Cliq answers with 400, the account's budget, or the limit of the
     * token endpoint. Another attempt can succeed after the wait.
     */
    THROTTLED,
    /** Cliq or the accounts server was not reachable, did not answer in time, or failed (5xx, 408). */
    UNAVAILABLE,
    /** The token is wrong or expired, it lacks a scope, or these credentials get no token. */
    AUTH,
    /** Any other refusal. The same message gets the same answer again. */
    REJECTED
}
