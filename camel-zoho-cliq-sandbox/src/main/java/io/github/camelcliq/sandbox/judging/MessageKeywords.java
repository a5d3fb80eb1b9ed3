package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The keywords of the message schema beyond JSON Schema. Its {@code $comment} explains them. */
final class MessageKeywords {

    /** Refuses keys that a live organisation does not know. */
    static final String CLOSED_WHEN_LIVE = "x-closedWhenLive";

    /** Refuses a key that the references know and a live organisation does not. */
    static final String NOT_LIVE = "x-notLive";

    private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]*");

    private static final MessageKeyword.Check NOTHING = (value, complain) -> {};

    private MessageKeywords() {}

    static List<MessageKeyword> all(Fidelity fidelity) {
        boolean live = fidelity == Fidelity.LIVE;
        return List.of(
                new MessageKeyword("x-maxUtf16", (setting, schema) -> maxUtf16(setting.intValue())),
                new MessageKeyword("x-notBlank", (setting, schema) -> notBlank()),
                new MessageKeyword("x-url", (setting, schema) -> url(words(setting))),
                new MessageKeyword("x-harmless", (setting, schema) -> MessageKeywords::harmless),
                new MessageKeyword("x-noScripts", (setting, schema) -> MessageKeywords::noScripts),
                new MessageKeyword("x-wholeNumber", (setting, schema) -> wholeNumber()),
                new MessageKeyword("x-atLeastOneOf", (setting, schema) -> atLeastOneOf(words(setting))),
                new MessageKeyword("x-atMostOneOf", (setting, schema) -> atMostOneOf(words(setting))),
                new MessageKeyword(
                        CLOSED_WHEN_LIVE,
                        (setting, schema) -> live ? closed(keys(schema.path("properties"))) : NOTHING),
                new MessageKeyword(NOT_LIVE, (setting, schema) -> live ? absent() : NOTHING));
    }

    private static MessageKeyword.Check maxUtf16(int most) {
        return (value, complain) -> {
            if (value.isTextual() && value.textValue().length() > most) {
                complain.accept(
                        null,
                        "must be at most " + most + " characters long, not "
                                + value.textValue().length());
            }
        };
    }

    /** Returns whether a text has only invisible characters: separators, control and format characters. Our choice. */
    static boolean isBlank(String text) {
        return BLANK.matcher(text).matches();
    }

    private static MessageKeyword.Check notBlank() {
        return (value, complain) -> {
            if (value.isTextual() && isBlank(value.textValue())) {
                complain.accept(null, "must not be blank");
            }
        };
    }

    private static MessageKeyword.Check url(List<String> schemes) {
        Link link = new Link(Set.copyOf(schemes));
        return (value, complain) -> {
            if (value.isTextual() && !link.matches(value.textValue())) {
                complain.accept(null, "must be a URL: " + String.join(", ", schemes));
            }
        };
    }

    private static void harmless(JsonNode value, BiConsumer<String, String> complain) {
        if (value.isTextual() && !Link.isHarmless(value.textValue())) {
            complain.accept(null, "must be an address without white space that runs no code and reads no file");
        }
    }

    /** Checks all texts inside, since any of them may be an address. */
    private static void noScripts(JsonNode value, BiConsumer<String, String> complain) {
        if (value.isTextual() && Link.isHarmful(value.textValue())) {
            complain.accept(null, "must not be an address that runs code or reads files");
        }
        value.forEach(inside -> noScripts(inside, complain));
    }

    private static MessageKeyword.Check wholeNumber() {
        return (value, complain) -> {
            if (value.isNumber() && !value.isIntegralNumber()) {
                complain.accept(null, "must be written without a fraction");
            }
        };
    }

    private static MessageKeyword.Check atLeastOneOf(List<String> keys) {
        return (value, complain) -> {
            if (value.isObject() && keys.stream().noneMatch(value::hasNonNull)) {
                complain.accept(null, "must have one of " + String.join(", ", keys));
            }
        };
    }

    private static MessageKeyword.Check atMostOneOf(List<String> keys) {
        return (value, complain) -> {
            List<String> there = keys.stream().filter(value::hasNonNull).toList();
            if (there.size() > 1) {
                complain.accept(there.get(1), "must not stand beside " + there.get(0));
            }
        };
    }

    private static MessageKeyword.Check closed(Set<String> known) {
        return (value, complain) -> value.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                complain.accept(key, "is not a key that Cliq knows");
            }
        });
    }

    private static MessageKeyword.Check absent() {
        return (value, complain) -> {
            if (!value.isNull()) {
                complain.accept(null, "is not a key that a live Cliq knows");
            }
        };
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static Set<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }
}
