package io.github.camelcliq.message.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random JSON that is mostly as it should be, at the edge of a limit now and then, and wrong once in a while. */
final class Json {

    /** ASCII only, so that an unpaired surrogate travels as the escape it would be in a file. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private Json() {}

    static String write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One field of an object: there or not. */
    record Field(String name, Arbitrary<Optional<JsonNode>> value) {}

    static Field required(String name, Arbitrary<? extends JsonNode> value) {
        return new Field(
                name,
                value.map(node -> Optional.<JsonNode>of(node)).injectNull(0.005).map(Json::orEmpty));
    }

    /** There nearly always. */
    static Field usual(String name, Arbitrary<? extends JsonNode> value) {
        return new Field(
                name,
                value.map(node -> Optional.<JsonNode>of(node)).injectNull(0.03).map(Json::orEmpty));
    }

    static Field optional(String name, Arbitrary<? extends JsonNode> value) {
        return new Field(
                name,
                value.map(node -> Optional.<JsonNode>of(node)).injectNull(0.6).map(Json::orEmpty));
    }

    static Field rare(String name, Arbitrary<? extends JsonNode> value) {
        return new Field(
                name,
                value.map(node -> Optional.<JsonNode>of(node)).injectNull(0.96).map(Json::orEmpty));
    }

    private static Optional<JsonNode> orEmpty(Optional<JsonNode> value) {
        return value == null ? Optional.empty() : value;
    }

    static Arbitrary<JsonNode> object(Field... fields) {
        return Combinators.combine(List.of(fields).stream().map(Field::value).toList())
                .as(values -> {
                    ObjectNode object = NODES.objectNode();
                    for (int i = 0; i < fields.length; i++) {
                        String name = fields[i].name();
                        values.get(i).ifPresent(value -> object.set(name, value));
                    }
                    return (JsonNode) object;
                });
    }

    static Arbitrary<JsonNode> array(Arbitrary<? extends JsonNode> entry, int fewest, int most) {
        return oneIn(60, entry.map(node -> (JsonNode) node), Arbitraries.of(NullNode.instance, IntNode.valueOf(7)))
                .list()
                .ofMinSize(fewest)
                .ofMaxSize(most)
                .map(entries -> {
                    ArrayNode array = NODES.arrayNode();
                    entries.forEach(array::add);
                    return array;
                });
    }

    /** A text that must say something, of at most so many characters. */
    static Arbitrary<JsonNode> required(int limit) {
        return oneIn(40, good(limit), wrong(limit, true));
    }

    /** A text that may be empty, of at most so many characters. */
    static Arbitrary<JsonNode> upTo(int limit) {
        return oneIn(40, good(limit), wrong(limit, false));
    }

    static Arbitrary<JsonNode> anyText() {
        return oneIn(60, good(200), wrongType());
    }

    static Arbitrary<JsonNode> oneOf(String... values) {
        return oneIn(
                40,
                Arbitraries.of(values).map(TextNode::valueOf),
                Arbitraries.<JsonNode>of(
                        TextNode.valueOf("fancy"),
                        TextNode.valueOf(""),
                        TextNode.valueOf(values[0].toUpperCase(Locale.ROOT) + "x"),
                        IntNode.valueOf(1)));
    }

    static Arbitrary<JsonNode> bool() {
        return oneIn(
                60,
                Arbitraries.of(BooleanNode.TRUE, BooleanNode.FALSE),
                Arbitraries.of(TextNode.valueOf("true"), IntNode.valueOf(1)));
    }

    static Arbitrary<JsonNode> integer(int from, int to) {
        return oneIn(
                40,
                Arbitraries.integers().between(from, to).map(IntNode::valueOf),
                Arbitraries.<JsonNode>of(
                        IntNode.valueOf(from - 1),
                        IntNode.valueOf(to + 1),
                        DecimalNode.valueOf(new BigDecimal("1.5")),
                        TextNode.valueOf("1")));
    }

    private static Arbitrary<JsonNode> good(int limit) {
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                20,
                                Arbitraries.strings()
                                        .alpha()
                                        .numeric()
                                        .withChars(" .,!")
                                        .ofMinLength(1)
                                        .ofMaxLength(Math.min(12, limit))
                                        .map(text -> "a" + text.substring(1))),
                        Tuple.of(2, Arbitraries.just("x".repeat(limit))),
                        Tuple.of(1, Arbitraries.of("\u05d0\u05d1", "a\tb", "\u0001x", "\u202ex", "\uD83D\uDE00")),
                        Tuple.of(1, Arbitraries.just("\uD83D\uDE00".repeat(limit / 2))))
                .filter(text -> text.length() <= limit)
                .map(TextNode::valueOf);
    }

    private static Arbitrary<JsonNode> wrong(int limit, boolean blankIsWrong) {
        Arbitrary<JsonNode> wrong = Arbitraries.<String>of(
                        "x".repeat(limit + 1),
                        "\uD83D\uDE00".repeat(limit / 2 + 1),
                        "x\uD800",
                        "\uDC00y",
                        blankIsWrong ? "" : "\uD800",
                        blankIsWrong ? " \t\n" : "\uD800 ",
                        blankIsWrong ? "\u00A0\u2007" : "\uD800\u00A0",
                        blankIsWrong ? "\u200B\u2060\uFEFF" : "\uD800\u200B",
                        blankIsWrong ? "\0\u0085\u2028" : "\uD800\0")
                .map(TextNode::valueOf);
        return oneIn(3, wrong, wrongType());
    }

    static Arbitrary<JsonNode> wrongType() {
        return Arbitraries.of(
                IntNode.valueOf(5),
                BooleanNode.TRUE,
                NullNode.instance,
                NODES.arrayNode(),
                NODES.objectNode(),
                NODES.arrayNode().add("x"));
    }

    /** The second once in so many times. */
    static Arbitrary<JsonNode> oneIn(
            int times, Arbitrary<? extends JsonNode> usual, Arbitrary<? extends JsonNode> otherwise) {
        return Arbitraries.frequencyOf(
                Tuple.of(times - 1, usual.map(node -> (JsonNode) node)),
                Tuple.of(1, otherwise.map(node -> (JsonNode) node)));
    }
}
