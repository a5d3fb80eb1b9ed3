package io.github.camelcliq.internal.click;

import java.io.IOException;
import java.util.Optional;

/** A request to a path of ours, of which nothing is believed yet. */
interface ClickRequest {

    /** Upper case, such as {@code POST}. */
    String method();

    /** Lower case with its parameters; empty where there is none. */
    String contentType();

    /** The value of a header or query parameter that stands there exactly once. */
    Optional<String> value(String name);

    /**
     * The bytes as they came; of a body that is longer than that, some more than that.
     *
     * @throws IOException when they cannot be read
     */
    byte[] body(int longest) throws IOException;
}
