package io.github.camelcliq.client;

/** What happens to posts while the store of the permits fails. */
public enum StoreFailure {
    /** Posts wait, as for a permit. */
    HOLD,
    /** Posts go on with this JVM's share of the limits. */
    SHARE
}
