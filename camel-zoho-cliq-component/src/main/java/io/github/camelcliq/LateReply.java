package io.github.camelcliq;

/** What becomes of the answer of a route that took longer than Cliq was made to wait. */
public enum LateReply {
    /** It is posted to the address that the call names for that; how Cliq treats it is not documented. */
    RESPONSE_URL,
    /** Its message is posted to the chat of the click, with the credentials of the component. */
    CHAT,
    /** It is dropped. */
    DROP
}
