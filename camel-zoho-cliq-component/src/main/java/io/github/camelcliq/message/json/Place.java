package io.github.camelcliq.message.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import io.github.camelcliq.message.JsonNamed;
import io.github.camelcliq.message.PlainValues;
import io.github.camelcliq.message.Pointers;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Shown;
import io.github.camelcliq.message.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A place in a document that is being read: a node, and the way to it. What does not fit there is noted and read as
 * absent, so that reading goes on; the way is spelt out only then.
 */
final class Place {

    private final Place parent;
    private final String name;
    private final int index;
    private final JsonNode node;
    private final Misfits misfits;

    /** The notes of one reading, each once: values that do not fit, and values that the message has elsewhere. */
    record Misfits(Set<Violation> violations, Map<String, String> moved) {

        Misfits() {
            this(new LinkedHashSet<>(), new LinkedHashMap<>());
        }
    }

    private Place(Place parent, String name, int index, JsonNode node, Misfits misfits) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.node = node;
        this.misfits = misfits;
    }

    static Place root(JsonNode node, Misfits misfits) {
        return new Place(null, null, -1, node, misfits).resolved();
    }

    /** The field's place, or null when the field is absent; an explicit null counts as absent. */
    Place field(String field) {
        JsonNode value = node.get(field);
        return value == null ? null : new Place(this, field, -1, value, misfits).resolved();
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

    /** Notes that what stands here is not what the rule asks for, and reads it as absent. */
    <T> T misfit(String rule) {
        note(Rule.SHAPE, rule);
        return null;
    }

    private void note(Rule rule, String asked) {
        misfits.violations().add(new Violation(pointer(), asked, Shown.node(node), rule));
    }

    /** Notes that a field is missing here. */
    void missing(String field, String rule) {
        misfits.violations().add(new Violation(pointer() + Pointers.segment(field), "required, " + rule, null));
    }

    /**
     * Notes that an object has no value, and no name if that is missing too. An object with a null value is left out.
     */
    void requireValue(String name) {
        if (!node.has("value")) {
            for (String field : List.of(name, "value")) {
                if (!node.has(field)) {
                    misfits.violations().add(new Violation(pointer() + Pointers.segment(field), "required", null));
                }
            }
        }
    }

    /** Notes that this stands elsewhere in the message. */
    void movedTo(String messagePointer) {
        misfits.moved().put(messagePointer, pointer());
    }

    String string(String field) {
        Place place = field(field);
        return place == null ? null : place.string();
    }

    String string() {
        return isText() ? text() : misfit("a string");
    }

    /** A string; a number or a boolean breaks the rule, and is read as its text. */
    String stringOrScalar(Rule rule) {
        if (!node.isNumber() && !node.isBoolean()) {
            return string();
        }
        note(rule, "a string");
        return node.asText();
    }

    /** True or false; their names as text break the rule, and are read as them. */
    Boolean flagOrText(String field, Rule rule) {
        Place place = field(field);
        boolean named = place != null
                && place.isText()
                && (place.text().equals("true") || place.text().equals("false"));
        if (!named) {
            return flag(field);
        }
        place.note(rule, "true or false");
        return Boolean.valueOf(place.text());
    }

    Boolean flag(String field) {
        Place place = field(field);
        return place == null ? null : place.truth("true or false");
    }

    /** True or false; the rule says what else may stand here. */
    Boolean truth(String rule) {
        return node.isBoolean() ? (Boolean) node.booleanValue() : misfit(rule);
    }

    Integer integer(String field) {
        Place place = field(field);
        return place == null ? null : place.integer();
    }

    /** Reads a whole number. A number with a fraction is not a whole number, even if the fraction is zero. */
    Integer integer() {
        boolean fits = node.isIntegralNumber() && node.canConvertToInt();
        return fits ? (Integer) node.intValue() : misfit("a whole number");
    }

    /** A number or a string, as charts take both. */
    Object figure(String field) {
        Place place = field(field);
        if (place == null) {
            return null;
        }
        return place.isText() || place.node.isNumber()
                ? place.plain("a number or a string")
                : place.misfit("a number or a string");
    }

    <E extends Enum<E> & JsonNamed> E choice(String field, Class<E> choices) {
        Place place = field(field);
        if (place == null) {
            return null;
        }
        E choice = place.isText() ? JsonNamed.find(choices, place.text()) : null;
        return choice != null ? choice : place.misfit("one of " + JsonNamed.spellings(choices));
    }

    /** Reads the object in a field; null if it is absent or not an object. */
    <T> T object(String field, Function<Place, T> reader) {
        Place place = field(field);
        return place == null ? null : place.object(reader);
    }

    /** Reads this object; null if it is not an object. */
    <T> T object(Function<Place, T> reader) {
        return node.isObject() ? reader.apply(this) : misfit("an object");
    }

    /** Returns the object in a field. If it is missing or not an object, notes that and returns an empty object. */
    Place requiredObject(String field) {
        Place place = field(field);
        if (place != null && place.isObject()) {
            return place;
        }
        if (place == null) {
            missing(field, "an object");
        } else {
            place.misfit("an object");
        }
        return new Place(this, field, -1, JsonNodeFactory.instance.objectNode(), misfits);
    }

    List<String> strings(String field) {
        return list(field, Place::string);
    }

    <T> List<T> objects(String field, Function<Place, T> reader) {
        return list(field, entry -> entry.object(reader));
    }

    /** Reads a list; an entry that is null or cannot be read keeps its place as null. */
    <T> List<T> list(String field, Function<Place, T> reader) {
        Place place = field(field);
        if (place == null) {
            return null;
        }
        if (!place.node.isArray()) {
            return place.misfit("an array");
        }
        List<T> entries = new ArrayList<>(place.node.size());
        for (int i = 0; i < place.node.size(); i++) {
            Place entry = new Place(place, null, i, place.node.get(i), misfits).resolved();
            entries.add(entry == null ? null : reader.apply(entry));
        }
        return entries;
    }

    /** Reads every field of this object; one that is null or cannot be read keeps its key. */
    <T> Map<String, T> entries(Function<Place, T> reader) {
        Map<String, T> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Place entry = field(field.getKey());
            entries.put(field.getKey(), entry == null ? null : reader.apply(entry));
        }
        return entries;
    }

    /** Returns a free object unchanged; null if it is absent or not an object. */
    Map<String, Object> freeObject(String field) {
        return object(field, place -> place.others(Set.of()));
    }

    /** The fields of this object that are not among the known ones. */
    Map<String, Object> others(Set<String> known) {
        Map<String, Object> others = null;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey())) {
                others = others == null ? new LinkedHashMap<>() : others;
                Place place = new Place(this, field.getKey(), -1, field.getValue(), misfits);
                others.put(
                        field.getKey(),
                        place.plain("a JSON value of at most " + PlainValues.MAXIMUM_DEPTH + " levels"));
            }
        }
        return others == null ? Map.of() : others;
    }

    private Object plain(String rule) {
        try {
            return PlainValues.value(node);
        } catch (IllegalArgumentException e) {
            return misfit(rule);
        }
    }

    /** Returns the place of the JSON of a Java object inside the tree; null if there is nothing here. */
    private Place resolved() {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (!(node instanceof POJONode pojo)) {
            return this;
        }
        try {
            return new Place(parent, name, index, PlainValues.json(pojo), misfits).resolved();
        } catch (IllegalArgumentException e) {
            return misfit("a JSON value");
        }
    }
}
