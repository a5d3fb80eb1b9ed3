package io.github.camelcliq.message;

/** What happens to fields that this version does not know. */
public enum UnknownFields {
    /** They are sent to Cliq unchanged. */
    PASS,
    /** Each is a violation: a live Cliq answers {@code extra_key_found} to keys it does not know. */
    REJECT
}
