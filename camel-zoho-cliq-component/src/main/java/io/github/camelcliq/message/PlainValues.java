package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Copies what a caller gives into unmodifiable plain values. */
public final class PlainValues {

    /**
     * How deep a value may be nested. Our choice: the JSON library itself reads and writes 1,000 levels, and the known
     * structure around a value takes a few of them.
     */
    public static final int MAXIMUM_DEPTH = 900;

    private PlainValues() {}

    /**
     * Returns a copy of the unknown fields of an object.
     *
     * @throws IllegalArgumentException if a key names a known field, or a value has no form in JSON
     */
    static Map<String, Object> other(Map<String, ?> fields, Set<String> ownNames) {
        if (fields == null || fields.isEmpty()) {
            return Map.of();
        }
        for (String name : fields.keySet()) {
            if (name != null && ownNames.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' is a field of its own, not one of the others");
            }
        }
        return object(fields);
    }

    /** Returns a copy of an object with any fields; null for null. */
    static Map<String, Object> object(Map<String, ?> fields) {
        return fields == null ? null : object(fields.entrySet(), 1);
    }

    /** Returns an unmodifiable copy, which may hold null entries; null for null. */
    static <T> List<T> list(List<? extends T> entries) {
        if (entries == null) {
            return null;
        }
        List<T> copy = new ArrayList<>(entries);
        for (T entry : copy) {
            if (entry == null) {
                return Collections.unmodifiableList(copy);
            }
        }
        return List.copyOf(copy);
    }

    /** Returns an unmodifiable copy in the same order, which may hold null values; null for null. */
    public static <T> Map<String, T> map(Map<String, ? extends T> entries) {
        if (entries == null) {
            return null;
        }
        if (entries.isEmpty()) {
            return Collections.emptyMap();
        }
        Map<String, T> copy = new LinkedHashMap<>(entries);
        if (copy.containsKey(null)) {
            throw new IllegalArgumentException("a JSON object has no null key");
        }
        return Collections.unmodifiableMap(copy);
    }

    /** Returns a copy of a list of maps, such as rows, and of each map; null entries stay. */
    static <T> List<Map<String, T>> maps(List<? extends Map<String, ? extends T>> entries) {
        if (entries == null) {
            return null;
        }
        List<Map<String, T>> copies = new ArrayList<>(entries.size());
        for (Map<String, ? extends T> entry : entries) {
            copies.add(map(entry));
        }
        return list(copies);
    }

    /**
     * Returns whether an entry of a slide, or a field of a card, is left out of the message: it is null or has no
     * value. A template that finds nothing makes such entries.
     */
    public static boolean isLeftOut(Object entry) {
        return entry == null
                || entry instanceof CardField field && field.value() == null
                || entry instanceof ChartEntry figure && figure.value() == null;
    }

    /** Returns the entries that are not left out; null for null. */
    public static <T> List<T> written(List<T> entries) {
        return entries == null
                ? null
                : entries.stream().filter(entry -> !isLeftOut(entry)).toList();
    }

    /** Returns the list with one more entry at its end; null counts as empty. */
    static <T> List<T> plus(List<T> entries, T last) {
        List<T> longer = entries == null ? new ArrayList<>() : new ArrayList<>(entries);
        longer.add(last);
        return longer;
    }

    /** Returns the fields with one more, or with one replaced. */
    static Map<String, Object> plus(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    /**
     * Returns a number in the same form as the reader does: the smallest of Integer, Long, BigInteger for whole
     * numbers, and BigDecimal with all its digits for others.
     *
     * @throws IllegalArgumentException if JSON has no such number (not a number, infinite) or the type is unknown
     */
    static Number number(Number number) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.intValue();
        }
        if (number instanceof Long whole) {
            return whole.intValue() == whole ? (Number) whole.intValue() : whole;
        }
        if (number instanceof BigInteger whole) {
            return whole.bitLength() < Long.SIZE ? number(whole.longValue()) : whole;
        }
        if (number instanceof BigDecimal decimal) {
            return decimal.scale() == 0 ? number(decimal.unscaledValue()) : decimal;
        }
        if (number instanceof Double || number instanceof Float) {
            return finite(number);
        }
        throw new IllegalArgumentException("no JSON number: "
                + (number == null ? "null" : number.getClass().getName()));
    }

    private static Number finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException("JSON has no number " + number);
        }
        return number(new BigDecimal(number.toString()));
    }

    /**
     * Returns a plain copy of a JSON node, or of a value that an application gives in its place.
     *
     * @throws IllegalArgumentException if the value has no form in JSON, or is nested too deep
     */
    public static Object value(Object value) {
        return value(value, 1);
    }

    private static Object value(Object value, int depth) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map.entrySet(), depth);
        }
        if (value instanceof Collection<?> collection) {
            return array(collection, depth);
        }
        if (value instanceof JsonNode node) {
            return node(node, depth);
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        throw new IllegalArgumentException("no plain JSON value (Map, Collection, String, Boolean, Number, null): "
                + value.getClass().getName());
    }

    private static Object node(JsonNode node, int depth) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> null;
            case STRING, BINARY -> node.asText();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node.numberValue());
            case OBJECT -> object(node.properties(), depth);
            case ARRAY -> array(node, depth);
            case POJO -> {
                requireDepth(depth);
                yield node(json((POJONode) node), depth + 1);
            }
        };
    }

    private static Map<String, Object> object(Iterable<? extends Map.Entry<?, ?>> fields, int depth) {
        requireDepth(depth);
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> field : fields) {
            if (!(field.getKey() instanceof String name)) {
                throw new IllegalArgumentException("the keys of a JSON object are strings, not " + field.getKey());
            }
            copy.put(name, value(field.getValue(), depth + 1));
        }
        return Collections.unmodifiableMap(copy);
    }

    private static List<Object> array(Iterable<?> entries, int depth) {
        requireDepth(depth);
        List<Object> copy = new ArrayList<>();
        for (Object entry : entries) {
            copy.add(value(entry, depth + 1));
        }
        return Collections.unmodifiableList(copy);
    }

    /**
     * Returns the JSON of a Java object inside a tree, by the object's annotations.
     *
     * @throws IllegalArgumentException if the object has no JSON
     */
    public static JsonNode json(POJONode node) {
        if (node.getPojo() instanceof RawValue) {
            throw new IllegalArgumentException("raw JSON inside a tree cannot be read");
        }
        JsonNode json = JsonTrees.of(node.getPojo());
        if (json.isPojo()) {
            throw new IllegalArgumentException(
                    "no JSON value: " + node.getPojo().getClass().getName());
        }
        return json;
    }

    private static void requireDepth(int depth) {
        if (depth > MAXIMUM_DEPTH) {
            throw new IllegalArgumentException("nested deeper than " + MAXIMUM_DEPTH + " levels");
        }
    }
}
