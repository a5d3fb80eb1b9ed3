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

/** Takes values out of a call's tree, whatever stands there: what does not fit counts as missing. */
final class CallNodes {

    /** A whole number of milliseconds with sign; more digits name no time that anybody lives to see. */
    private static final String MILLIS = "-?\\d{1,18}";

    private CallNodes() {}

    /** The node in a field; a missing one where there is no such field. */
    static JsonNode node(JsonNode parent, String field) {
        JsonNode node = parent == null ? null : parent.get(field);
        return node == null ? MissingNode.getInstance() : node;
    }

    /** A text, or a number's digits. */
    static String text(JsonNode parent, String field) {
        return text(node(parent, field));
    }

    static String text(JsonNode node) {
        if (node.isBigDecimal()) {
            return digits(node.decimalValue());
        }
        return node.isTextual() || node.isNumber() ? node.asText() : null;
    }

    /** Never a line of a thousand million zeros, which {@code 1e1000000000} would be when written out. */
    private static String digits(BigDecimal number) {
        return number.toString();
    }

    /** True, false, or the texts for them. */
    static Boolean flag(JsonNode parent, String field) {
        JsonNode node = node(parent, field);
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isTextual() && List.of("true", "false").contains(node.asText())
                ? Boolean.valueOf(node.asText())
                : null;
    }

    /** Milliseconds since 1970, as a number or a text. */
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

    /** The fields of an object as plain values; none where there is no object. */
    static Map<String, Object> fields(JsonNode node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
        }
        return fields;
    }

    /** An unmodifiable copy, which may hold null values. */
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
