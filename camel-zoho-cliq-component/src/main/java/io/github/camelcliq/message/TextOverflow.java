package io.github.camelcliq.message;

/** What becomes of a {@code text} that is longer than Cliq takes. */
public enum TextOverflow {
    /** It is a violation. */
    FAIL,
    /** It is cut, and ends with an ellipsis. */
    TRUNCATE
}
