package io.github.camelcliq;

/** What happens to the answer of a route that took longer than {@code replyTimeout}. */
public enum LateReply {
    /**
     * Posts its message to the chat of the click, with the credentials of the endpoint's account. Everybody in the chat
     * reads it.
     */
    CHAT,
    /** Drops the answer, and logs that. */
    DROP
}
