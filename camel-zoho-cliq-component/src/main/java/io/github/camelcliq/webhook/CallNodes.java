package io.github.camelcliq.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values from the tree of a call. A value of another type counts as missing. */
final class CallNodes {

    /** A whole number of milliseconds with an optional sign. More digits are not a realistic time. */
    private static final String MILLIS = "-?\\d{1,18}";

    private CallNodes() {}

    /** Returns the node of a field; a missing node if there is no such field. */
    static JsonNode node(JsonNode parent, String field) {
        JsonNode node = parent == null ? null : parent.get(field);
        return node == null ? MissingNode.getInstance() : node;
    }

    /** Returns a text, or the digits of a number. */
    static String text(JsonNode parent, String field) {
        return text(node(parent, field));
    }

    static String text(JsonNode node) {
        if (node.isBigDecimal()) {
            return digits(node.decimalValue());
        }
        return node.isTextual() || node.isNumber() ? node.asText() : null;
    }

    /** Returns a number in a short form, since {@code 1e1000000000} would have a thousand million zeros. */
    private static String digits(BigDecimal number) {
        return number.toString();
    }

    /** Returns a boolean, or the boolean of the text {@code true} or {@code false}. */
    static Boolean flag(JsonNode parent, String field) {
        JsonNode node = node(parent, field);
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isTextual() && List.of("true", "false").contains(node.asText())
                ? Boolean.valueOf(node.asText())
                : null;
    }

    /** Returns a time, from milliseconds since 1970 as a number or a text. */
    static Instant time(JsonNode parent, String field) {
        String millis = text(parent, field);
        if (millis == null || !millis.matches(MILLIS)) {
            return null;
        }
        try {
            return Instant.ofEpochMilli(Long.parseLong(millis));
        } catch (DateTimeException outOfTime) {
            return null;
        }
    }

    /** Returns the fields of an object as plain values; empty if there is no object. */
    static Map<String, Object> fields(JsonNode node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
        }
        return fields;
    }

    /** Returns an unmodifiable copy, which may have null values. */
    static Map<String, Object> unmodifiable(Map<String, Object> fields) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    private static Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING, BINARY -> node.asText();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            case OBJECT -> unmodifiable(fields(node));
            case ARRAY -> entries(node);
            default -> null;
        };
    }

    private static List<Object> entries(JsonNode array) {
        List<Object> entries = new ArrayList<>(array.size());
        array.forEach(entry -> entries.add(plain(entry)));
        return Collections.unmodifiableList(entries);
    }
}
