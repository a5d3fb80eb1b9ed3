package io.github.camelcliq.internal.client;

/** How a post ended: with a {@link Receipt} when Cliq accepted the message, else with a {@link PostFailure}. */
public sealed interface PostResult permits Receipt, PostFailure {

    /** The HTTP status of Cliq's answer, or 0 where there was none. */
    int status();
}
