package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON nodes, parsed or made by an application, into unmodifiable plain values. */
final class NodeValues {

    private NodeValues() {}

    /**
     * The value of a node.
     *
     * @throws IllegalArgumentException when the node holds what JSON cannot say, or is nested too deep
     */
    static Object plainValue(JsonNode node) {
        return plainValue(node, 1);
    }

    static Object plainValue(JsonNode node, int depth) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> null;
            case STRING, BINARY -> node.asText();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> PlainValues.number(node.numberValue());
            case OBJECT -> object(node, depth);
            case ARRAY -> array(node, depth);
            case POJO -> pojo((POJONode) node, depth);
        };
    }

    private static Map<String, Object> object(JsonNode node, int depth) {
        PlainValues.requireDepth(depth);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            fields.put(field.getKey(), plainValue(field.getValue(), depth + 1));
        }
        return Collections.unmodifiableMap(fields);
    }

    private static List<Object> array(JsonNode node, int depth) {
        PlainValues.requireDepth(depth);
        List<Object> entries = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            entries.add(plainValue(node.get(i), depth + 1));
        }
        return Collections.unmodifiableList(entries);
    }

    /** What an application put into its tree as a Java object counts as the JSON that its annotations give. */
    private static Object pojo(POJONode node, int depth) {
        PlainValues.requireDepth(depth);
        JsonNode written = written(node);
        return plainValue(written, depth + 1);
    }

    /**
     * The JSON of a Java object inside a tree.
     *
     * @throws IllegalArgumentException when it has none
     */
    static JsonNode written(POJONode node) {
        if (node.getPojo() instanceof RawValue) {
            throw new IllegalArgumentException("raw JSON inside a tree cannot be read");
        }
        JsonNode written = MessageJson.toTree(node.getPojo());
        if (written.isPojo()) {
            throw new IllegalArgumentException(
                    "no JSON value: " + node.getPojo().getClass().getName());
        }
        return written;
    }
}
