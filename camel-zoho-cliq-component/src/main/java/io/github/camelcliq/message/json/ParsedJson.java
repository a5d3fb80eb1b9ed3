package io.github.camelcliq.message.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.Violation;
import java.util.List;

/**
 * A JSON document as a tree. Its numbers keep all digits.
 *
 * @param root the document; a duplicate key has its last value
 * @param duplicateKeys a violation for each key that stands twice in one object
 */
public record ParsedJson(JsonNode root, List<Violation> duplicateKeys) {

    public ParsedJson {
        duplicateKeys = List.copyOf(duplicateKeys);
    }
}
