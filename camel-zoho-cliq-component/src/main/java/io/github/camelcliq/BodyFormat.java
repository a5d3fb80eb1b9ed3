package io.github.camelcliq;

/** How a body that is text, bytes or a stream is read. */
public enum BodyFormat {
    /**
     * As JSON where the content type says JSON, or where the first non-blank is <code>{</code> and the next is a double
     * quote or <code>}</code>; as the message's text otherwise.
     */
    AUTO,
    /** As the message's text, whatever it looks like. */
    TEXT,
    /** As JSON, whatever it looks like. */
    JSON
}
