package io.github.camelcliq.internal.client;

/** The result of a post: a {@link Receipt} if Cliq accepted the message, otherwise a {@link PostFailure}. */
public sealed interface PostResult permits Receipt, PostFailure {

    /** Returns the HTTP status of Cliq's answer; 0 without an answer. */
    int status();
}
