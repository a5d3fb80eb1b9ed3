package io.github.camelcliq.internal.click;

import java.io.IOException;
import java.util.Optional;

/** A request to a click path, not verified yet. */
interface ClickRequest {

    /** Returns the HTTP method in upper case, such as {@code POST}. */
    String method();

    /** Returns the content type in lower case, with its parameters; empty if it is missing. */
    String contentType();

    /** Returns the value of a header or query parameter that occurs exactly once. */
    Optional<String> value(String name);

    /**
     * Returns the bytes as they arrived. A body longer than {@code longest} is cut, but the result is then longer than
     * {@code longest} too.
     *
     * @throws IOException if the bytes cannot be read
     */
    byte[] body(int longest) throws IOException;
}
