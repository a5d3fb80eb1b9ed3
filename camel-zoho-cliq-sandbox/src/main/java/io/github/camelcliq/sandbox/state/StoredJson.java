package io.github.camelcliq.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.judging.MalformedJsonException;
import io.github.camelcliq.sandbox.judging.StrictJson;

/** Reads JSON again that the sandbox has read before. */
public final class StoredJson {

    private StoredJson() {}

    /** Returns the tree of a message that was accepted. */
    public static JsonNode tree(String json) {
        try {
            return StrictJson.read(json);
        } catch (MalformedJsonException impossible) {
            throw new IllegalStateException("a message that was accepted cannot be read", impossible);
        }
    }
}
