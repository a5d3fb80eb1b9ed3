package io.github.camelcliq.message.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import io.github.camelcliq.message.JsonNamed;
import io.github.camelcliq.message.PlainValues;
import io.github.camelcliq.message.Pointers;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one node of a JSON tree. It knows the nodes above it, and so its pointer.
 *
 * <p>A value of the wrong shape is noted as a violation and read as absent, so that all violations are found in one
 * reading. The pointer is built only for a note. Not safe for several threads.
 */
final class NodeReader {

    private final NodeReader parent;
    private final String name;
    private final int index;
    private final JsonNode node;
    private final Notes notes;

    /**
     * The notes of one reading.
     *
     * @param violations the values of a wrong shape, each once
     * @param moved the values that stand elsewhere in the message: from the pointer there to the pointer here
     */
    record Notes(Set<Violation> violations, Map<String, String> moved) {

        Notes() {
            this(new LinkedHashSet<>(), new LinkedHashMap<>());
        }
    }

    private NodeReader(NodeReader parent, String name, int index, JsonNode node, Notes notes) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.node = node;
        this.notes = notes;
    }

    static NodeReader root(JsonNode node, Notes notes) {
        return new NodeReader(null, null, -1, node, notes).resolved();
    }

    /** Returns the reader of a field; null if the field is absent or null. */
    NodeReader field(String field) {
        JsonNode value = node.get(field);
        return value == null ? null : new NodeReader(this, field, -1, value, notes).resolved();
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isText() {
        return node.isTextual() || node.isBinary();
    }

    /** Returns the string here. Call it only if {@link #isText()}. */
    String text() {
        return node.asText();
    }

    String pointer() {
        if (parent == null) {
            return "";
        }
        return parent.pointer() + (name == null ? "/" + index : Pointers.segment(name));
    }

    /** Notes that this node does not match the rule. Returns null, so the part counts as absent. */
    <T> T mismatch(String rule) {
        note(Rule.SHAPE, rule);
        return null;
    }

    private void note(Rule rule, String asked) {
        notes.violations().add(new Violation(pointer(), asked, QuotedValue.node(node), rule));
    }

    /** Notes that this object has no field of that name. */
    void missing(String field, String rule) {
        notes.violations().add(new Violation(pointer() + Pointers.segment(field), "required, " + rule, null));
    }

    /**
     * Notes that this object has no field {@code value}, if so, and then also that it has no name. An object whose
     * value is null is left out of the message, so it needs no name.
     */
    void requireValue(String name) {
        if (!node.has("value")) {
            for (String field : List.of(name, "value")) {
                if (!node.has(field)) {
                    notes.violations().add(new Violation(pointer() + Pointers.segment(field), "required", null));
                }
            }
        }
    }

    /** Notes that the message has this value at another pointer. */
    void movedTo(String messagePointer) {
        notes.moved().put(messagePointer, pointer());
    }

    String string(String field) {
        NodeReader value = field(field);
        return value == null ? null : value.string();
    }

    String string() {
        return isText() ? text() : mismatch("a string");
    }

    /** Reads a string. A number or a boolean breaks the rule, and is read as its text. */
    String stringOrScalar(Rule rule) {
        if (!node.isNumber() && !node.isBoolean()) {
            return string();
        }
        note(rule, "a string");
        return node.asText();
    }

    /** Reads a boolean. The texts "true" and "false" break the rule, and are read as booleans. */
    Boolean flagOrText(String field, Rule rule) {
        NodeReader value = field(field);
        boolean isText = value != null
                && value.isText()
                && (value.text().equals("true") || value.text().equals("false"));
        if (!isText) {
            return flag(field);
        }
        value.note(rule, "true or false");
        return Boolean.valueOf(value.text());
    }

    Boolean flag(String field) {
        NodeReader value = field(field);
        return value == null ? null : value.truth("true or false");
    }

    /**
     * Reads a boolean.
     *
     * @param rule what is expected here, in words
     */
    Boolean truth(String rule) {
        return node.isBoolean() ? (Boolean) node.booleanValue() : mismatch(rule);
    }

    Integer integer(String field) {
        NodeReader value = field(field);
        return value == null ? null : value.integer();
    }

    /** Reads a whole number. A number with a fraction is not a whole number, even if the fraction is zero. */
    Integer integer() {
        boolean fits = node.isIntegralNumber() && node.canConvertToInt();
        return fits ? (Integer) node.intValue() : mismatch("a whole number");
    }

    /** Reads a number or a string: charts take both. */
    Object figure(String field) {
        NodeReader value = field(field);
        if (value == null) {
            return null;
        }
        return value.isText() || value.node.isNumber()
                ? value.plain("a number or a string")
                : value.mismatch("a number or a string");
    }

    <E extends Enum<E> & JsonNamed> E choice(String field, Class<E> choices) {
        NodeReader value = field(field);
        if (value == null) {
            return null;
        }
        E choice = value.isText() ? JsonNamed.find(choices, value.text()) : null;
        return choice != null ? choice : value.mismatch("one of " + JsonNamed.spellings(choices));
    }

    /** Reads the object in a field; null if it is absent or not an object. */
    <T> T object(String field, Function<NodeReader, T> reader) {
        NodeReader value = field(field);
        return value == null ? null : value.object(reader);
    }

    /** Reads this object; null if it is not an object. */
    <T> T object(Function<NodeReader, T> reader) {
        return node.isObject() ? reader.apply(this) : mismatch("an object");
    }

    /** Returns the object in a field. If it is missing or not an object, notes that and returns an empty object. */
    NodeReader requiredObject(String field) {
        NodeReader value = field(field);
        if (value != null && value.isObject()) {
            return value;
        }
        if (value == null) {
            missing(field, "an object");
        } else {
            value.mismatch("an object");
        }
        return new NodeReader(this, field, -1, JsonNodeFactory.instance.objectNode(), notes);
    }

    List<String> strings(String field) {
        return list(field, NodeReader::string);
    }

    <T> List<T> objects(String field, Function<NodeReader, T> reader) {
        return list(field, entry -> entry.object(reader));
    }

    /** Reads a list. An entry that is null or cannot be read is null in the list. */
    <T> List<T> list(String field, Function<NodeReader, T> reader) {
        NodeReader value = field(field);
        if (value == null) {
            return null;
        }
        if (!value.node.isArray()) {
            return value.mismatch("an array");
        }
        List<T> entries = new ArrayList<>(value.node.size());
        for (int i = 0; i < value.node.size(); i++) {
            NodeReader entry = new NodeReader(value, null, i, value.node.get(i), notes).resolved();
            entries.add(entry == null ? null : reader.apply(entry));
        }
        return entries;
    }

    /** Reads every field of this object. A field that is null or cannot be read keeps its key, with null. */
    <T> Map<String, T> entries(Function<NodeReader, T> reader) {
        Map<String, T> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            NodeReader entry = field(field.getKey());
            entries.put(field.getKey(), entry == null ? null : reader.apply(entry));
        }
        return entries;
    }

    /** Reads an object with any fields; null if it is absent or not an object. */
    Map<String, Object> freeObject(String field) {
        return object(field, value -> value.others(Set.of()));
    }

    /** Returns the fields of this object that are not known. */
    Map<String, Object> others(Set<String> known) {
        Map<String, Object> others = null;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey())) {
                others = others == null ? new LinkedHashMap<>() : others;
                NodeReader value = new NodeReader(this, field.getKey(), -1, field.getValue(), notes);
                others.put(
                        field.getKey(),
                        value.plain("a JSON value of at most " + PlainValues.MAXIMUM_DEPTH + " levels"));
            }
        }
        return others == null ? Map.of() : others;
    }

    private Object plain(String rule) {
        try {
            return PlainValues.value(node);
        } catch (IllegalArgumentException e) {
            return mismatch(rule);
        }
    }

    /**
     * Returns the reader to use in place of this one: null if the node is null or missing, and the JSON of a Java
     * object that an application put into its tree.
     */
    private NodeReader resolved() {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (!(node instanceof POJONode pojo)) {
            return this;
        }
        try {
            return new NodeReader(parent, name, index, PlainValues.json(pojo), notes).resolved();
        } catch (IllegalArgumentException e) {
            return mismatch("a JSON value");
        }
    }
}
