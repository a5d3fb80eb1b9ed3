package io.github.camelcliq.sandbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelcliq.sandbox.judging.Pointers;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An object in a configuration file. A value that is missing or has the wrong type becomes a problem, and reading goes
 * on without it. A key that is never read is a problem in the end.
 */
final class FileObject {

    private static final Duration LONGEST = Duration.ofDays(3650);

    private final JsonNode object;
    private final String pointer;
    private final FileProblems problems;
    private final Set<String> known = new LinkedHashSet<>();

    private FileObject(JsonNode object, String pointer, FileProblems problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** Returns the whole file as an object. An empty file is an object without keys. */
    static Optional<FileObject> root(JsonNode node, FileProblems problems) {
        JsonNode object = isNothing(node) ? JsonNodeFactory.instance.objectNode() : node;
        return of(object, "", problems);
    }

    /** Returns the node as an object; empty, with a problem, if it is something else. */
    private static Optional<FileObject> of(JsonNode node, String pointer, FileProblems problems) {
        if (!node.isObject()) {
            problems.add(pointer, "must be keys and values, not " + typeOf(node));
            return Optional.empty();
        }
        return Optional.of(new FileObject(node, pointer, problems));
    }

    /**
     * Returns the thing that this object describes.
     *
     * @param maker makes it; its {@code IllegalArgumentException} is a problem of this object
     * @return empty if there is a problem
     */
    <T> Optional<T> made(Function<FileObject, T> maker) {
        int before = problems.count();
        Optional<T> made = Optional.empty();
        try {
            made = Optional.of(maker.apply(this));
        } catch (IllegalArgumentException refused) {
            // the value that stands in for a wrong one must not cause a second problem
            if (problems.count() == before) {
                problems.add(pointer, refused.getMessage());
            }
        }
        refuseUnknownKeys();
        return problems.count() == before ? made : Optional.empty();
    }

    /**
     * Passes the value of a key on.
     *
     * @param taker takes the value; its {@code IllegalArgumentException} is a problem of the key
     */
    <T> void set(String key, Optional<T> value, Consumer<T> taker) {
        try {
            value.ifPresent(taker);
        } catch (IllegalArgumentException refused) {
            refuse(key, refused.getMessage());
        }
    }

    /** Returns whether the value of a key has a problem. */
    boolean isFlawed(String key) {
        return problems.anyWithin(place(key));
    }

    /** Adds a problem of the value of a key. */
    void refuse(String key, String text) {
        problems.add(place(key), text);
    }

    private void refuseUnknownKeys() {
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problems.add(
                        Pointers.child(pointer, key), "is not known; the keys here are " + String.join(", ", known));
            }
        });
    }

    /** Returns a required string; an empty one, with a problem, if it is missing. */
    String requiredText(String key) {
        if (isNothing(object.path(key))) {
            refuse(key, "is required");
        }
        return text(key).orElse("");
    }

    Optional<String> text(String key) {
        return value(key, JsonNode::isTextual, "a string").map(JsonNode::textValue);
    }

    Optional<Integer> number(String key) {
        return value(key, node -> node.isIntegralNumber() && node.canConvertToInt(), "a whole number")
                .map(JsonNode::intValue);
    }

    Optional<Boolean> flag(String key) {
        return value(key, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    /** Returns a duration of at most ten years. */
    Optional<Duration> duration(String key) {
        return value(key, JsonNode::isTextual, "a duration such as PT10M")
                .map(JsonNode::textValue)
                .flatMap(text -> {
                    try {
                        return Optional.of(Duration.parse(text)).filter(duration -> isBearable(key, duration));
                    } catch (DateTimeParseException none) {
                        refuse(key, "must be a duration such as PT10M, not \"" + text + "\"");
                        return Optional.empty();
                    }
                });
    }

    private boolean isBearable(String key, Duration duration) {
        boolean bearable = duration.compareTo(LONGEST) <= 0;
        if (!bearable) {
            refuse(key, "must be at most " + LONGEST.toDays() + " days, not " + duration);
        }
        return bearable;
    }

    Optional<URI> requiredUri(String key) {
        String text = requiredText(key);
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException none) {
            refuse(key, "is not a URL: " + none.getReason());
            return Optional.empty();
        }
    }

    /** Returns one of several values by its name. */
    <T> Optional<T> choice(String key, Map<String, T> choices) {
        return text(key).flatMap(name -> chosen(place(key), name, choices));
    }

    /** Returns some of several values by their names; empty if there is no list. */
    <T> Optional<Set<T>> choices(String key, Map<String, T> choices) {
        if (isNothing(found(key))) {
            return Optional.empty();
        }
        Set<T> chosen = new LinkedHashSet<>();
        texts(key).forEach((place, name) -> chosen(place, name, choices).ifPresent(chosen::add));
        return Optional.of(chosen);
    }

    private <T> Optional<T> chosen(String place, String name, Map<String, T> choices) {
        if (!choices.containsKey(name)) {
            problems.add(place, "must be one of " + String.join(", ", choices.keySet()) + ", not \"" + name + "\"");
        }
        return Optional.ofNullable(choices.get(name));
    }

    /** Returns the strings of a list by their places; none if there is no list. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        entries(key).forEach((place, entry) -> {
            if (entry.isTextual()) {
                texts.put(place, entry.textValue());
            } else {
                problems.add(place, mistyped(entry, "a string"));
            }
        });
        return texts;
    }

    Optional<FileObject> object(String key) {
        return isNothing(found(key)) ? Optional.empty() : of(found(key), place(key), problems);
    }

    /** Returns the things that the objects of a list describe, without those that have a problem. */
    <T> List<T> each(String key, Function<FileObject, T> maker) {
        List<T> all = new ArrayList<>();
        entries(key)
                .forEach((place, entry) -> of(entry, place, problems)
                        .flatMap(object -> object.made(maker))
                        .ifPresent(all::add));
        return all;
    }

    private Map<String, JsonNode> entries(String key) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        value(key, JsonNode::isArray, "a list")
                .ifPresent(list -> list.forEach(entry -> entries.put(place(key) + "/" + entries.size(), entry)));
        return entries;
    }

    private Optional<JsonNode> value(String key, Predicate<JsonNode> type, String typeName) {
        JsonNode value = found(key);
        if (isNothing(value)) {
            return Optional.empty();
        }
        if (!type.test(value)) {
            refuse(key, mistyped(value, typeName));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private JsonNode found(String key) {
        known.add(key);
        return object.path(key);
    }

    private String place(String key) {
        return Pointers.child(pointer, key);
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static String mistyped(JsonNode value, String typeName) {
        boolean unquoted = "a string".equals(typeName) && value.isValueNode();
        return "must be " + typeName + ", not " + typeOf(value) + (unquoted ? "; put it in quotes" : "");
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "keys and values";
            case ARRAY -> "a list";
            case STRING -> "the string \"" + value.textValue() + "\"";
            case NULL -> "nothing";
            default -> value.asText();
        };
    }
}
