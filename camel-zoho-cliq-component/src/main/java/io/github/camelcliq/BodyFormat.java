package io.github.camelcliq;

/** How a body that is text, bytes or a stream is read. */
public enum BodyFormat {
    /**
     * As JSON if the content type is JSON, or if the first non-blank is <code>{</code> and the next is a double quote
     * or <code>}</code>. Otherwise as the message's text.
     */
    AUTO,
    /** Always as the message's text. */
    TEXT,
    /** Always as JSON. */
    JSON
}
