package io.github.camelcliq.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** JSON for people: what fits a line stands on one, the rest is broken up and indented. */
final class ReadableJson {

    private static final int WIDTH = 100;

    private ReadableJson() {}

    static String of(JsonNode node) {
        return of(node, "", "");
    }

    private static String of(JsonNode node, String name, String indent) {
        String line = name + line(node);
        if (!node.isContainerNode() || indent.length() + line.length() <= WIDTH && node.size() < 5) {
            return indent + line;
        }
        String inside = entries(node).stream()
                .map(entry -> of(entry.value(), entry.name(), indent + "  "))
                .collect(Collectors.joining(",\n"));
        return indent + name + (node.isArray() ? "[" : "{") + "\n" + inside + "\n" + indent
                + (node.isArray() ? "]" : "}");
    }

    private static String line(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.toString();
        }
        String inside = entries(node).stream()
                .map(entry -> entry.name() + line(entry.value()))
                .collect(Collectors.joining(", "));
        return node.isArray() ? "[" + inside + "]" : "{" + inside + "}";
    }

    private static List<Entry> entries(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(value -> new Entry("", value))
                        .toList()
                : node.properties().stream()
                        .map(field -> new Entry("\"" + field.getKey() + "\": ", field.getValue()))
                        .toList();
    }

    private record Entry(String name, JsonNode value) {}
}
