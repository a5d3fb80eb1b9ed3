package io.github.camelcliq;

/** What becomes of the answer of a route that took longer than {@code replyTimeout}. */
public enum LateReply {
    /**
     * Its message is posted to the chat of the click, with the credentials of the endpoint's account, for all to read.
     */
    CHAT,
    /** It is dropped, and the log says so. */
    DROP
}
