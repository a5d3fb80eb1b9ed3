package io.github.camelcliq.client;

/** What happens to posts while the store that counts them fails: the option {@code storeFailure} of an account. */
public enum StoreFailure {
    /** The default: posts wait as for a permit, and then fail as throttled and not delivered. */
    HOLD,
    /** After one window, posts go out within the limits divided by {@code fleetSize}. */
    SHARE
}
