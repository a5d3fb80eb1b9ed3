package io.github.camelcliq.message.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Violation;
import java.util.List;

/** Reads JSON trees and notes each key that stands twice in one object. */
final class TreeDeserializer extends JsonNodeDeserializer {

    private static final long serialVersionUID = 1L;

    /** The attribute of a read that holds its {@link Duplicates}. */
    static final Object DUPLICATES = Duplicates.class;

    /**
     * Collects the duplicate keys of one read.
     *
     * @param start the pointer at which the read began; the noted pointers are relative to it
     * @param found the violations so far
     */
    record Duplicates(String start, List<Violation> found) {

        void add(String pointer) {
            String inside = pointer.startsWith(start) ? pointer.substring(start.length()) : pointer;
            found.add(new Violation(inside, "stands once in its object", "there again", Rule.DUPLICATE_KEY));
        }
    }

    @Override
    protected void _handleDuplicateField(
            JsonParser parser,
            DeserializationContext context,
            JsonNodeFactory nodeFactory,
            String fieldName,
            ObjectNode object,
            JsonNode oldValue,
            JsonNode newValue) {
        if (context.getAttribute(DUPLICATES) instanceof Duplicates duplicates) {
            duplicates.add(parser.getParsingContext().pathAsPointer().toString());
        }
    }
}
