package io.github.camelcliq.message.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.AnyMessage;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Documents;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.rules.Judgement;
import io.github.camelcliq.message.rules.MessageRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever tree there is: it is read to its end, and what is lost is said. */
class AnyTreeTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Names and values that lead deep into the structure of a message. */
    private static final String[] NAMES = {
        "text",
        "bot",
        "card",
        "slides",
        "styles",
        "buttons",
        "references",
        "hint",
        "user_ids",
        "userids",
        "broadcast",
        "name",
        "image",
        "title",
        "theme",
        "thumbnail",
        "options",
        "sections",
        "fields",
        "value",
        "label",
        "type",
        "key",
        "action",
        "data",
        "confirm",
        "input",
        "mandatory",
        "emotion",
        "object",
        "arguments",
        "headers",
        "rows",
        "width",
        "sticky",
        "preview",
        "category",
        "values",
        "web",
        "url",
        "api",
        "owner",
        "background",
        "markdown",
        "unknown",
        ""
    };

    private static final String[] VALUES = {
        "a",
        "",
        "modern-inline",
        "poll",
        "prompt",
        "table",
        "list",
        "label",
        "images",
        "text",
        "percentage_chart",
        "graph",
        "invoke.function",
        "open.url",
        "preview.url",
        "system.api",
        "copy",
        "button",
        "user_webhook_token",
        "+",
        "-",
        "red",
        "true",
        "disc",
        "pie",
        "[a]($key)",
        "1,2",
        "\ud83d"
    };

    @Property(tries = 2_000, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void areReadToTheirEndsAndWhatIsLostIsSaid(@ForAll("treesOfATry") List<JsonNode> trees) {
        trees.forEach(AnyTreeTest::isReadToItsEndAndWhatIsLostIsSaid);
    }

    private static void isReadToItsEndAndWhatIsLostIsSaid(JsonNode tree) {
        ReadMessage reading = MessageReader.read(tree);
        List<Violation> violations = MessageRules.DEFAULT.check(reading, TargetKind.CHAT);

        assertThat(violations).doesNotHaveDuplicates();
        assertThat(said(reading, TargetKind.CHAT)).containsAll(Documents.pointers(reading.violations()));
        if (reading.violations().isEmpty()) {
            JsonNode written = MessageJson.toTree(reading.message());
            assertThatNothingIsLost(tree, written);
            CliqMessage again = MessageReader.read(written).message();
            assertThat(MessageJson.toTree(again)).isEqualTo(written);
            if (keepsItsEntries(tree)) {
                assertThat(again).isEqualTo(reading.message());
            }
        }
        if (violations.isEmpty()) {
            assertThat(MessageJson.write(reading.message(), RecipientsField.USER_IDS))
                    .isNotEmpty();
        }
    }

    /** Where something is wrong or doubtful. */
    private static List<String> said(ReadMessage reading, TargetKind kind) {
        Judgement found = MessageRules.DEFAULT.judge(reading, kind);
        List<Violation> all = new ArrayList<>(found.violations());
        all.addAll(found.remarks());
        return Documents.pointers(all);
    }

    /** A valid message with one field replaced keeps everything else, and is never judged twice at one place. */
    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void aMessageWithOneStrayValueIsReadAllTheSame(
            @ForAll("messages") CliqMessage message, @ForAll("trees") JsonNode stray, @ForAll int seed) {
        JsonNode tree = MessageJson.toTree(message);
        List<ObjectNode> objects = new ArrayList<>();
        collect(tree, objects);
        ObjectNode chosen = objects.get(Math.floorMod(seed, objects.size()));
        List<String> names = new ArrayList<>();
        chosen.fieldNames().forEachRemaining(names::add);
        chosen.set(names.isEmpty() ? "text" : names.get(Math.floorMod(seed / 31, names.size())), stray);

        ReadMessage reading = MessageReader.read(tree);

        assertThat(said(reading, TargetKind.BOT)).containsAll(Documents.pointers(reading.violations()));
        if (reading.violations().isEmpty()) {
            assertThatNothingIsLost(tree, MessageJson.toTree(reading.message()));
        }
    }

    @Provide
    Arbitrary<CliqMessage> messages() {
        return AnyMessage.valid();
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        return Arbitraries.randomValue(random -> tree(random, 6));
    }

    @Provide
    Arbitrary<List<JsonNode>> treesOfATry() {
        return trees().list().ofSize(Boolean.getBoolean("long") ? 10 : 1);
    }

    private static JsonNode tree(Random random, int depth) {
        int kind = random.nextInt(9);
        if (depth == 0 || kind < 2) {
            return leaf(random);
        }
        return kind < 7 ? object(random, depth) : array(random, depth);
    }

    private static JsonNode object(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        for (int fields = random.nextInt(6); fields > 0; fields--) {
            object.set(NAMES[random.nextInt(NAMES.length)], tree(random, depth - 1));
        }
        return object;
    }

    private static JsonNode array(Random random, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int entries = random.nextInt(4); entries > 0; entries--) {
            array.add(tree(random, depth - 1));
        }
        return array;
    }

    private static JsonNode leaf(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(120));
            case 3 -> NODES.numberNode(new BigDecimal("1.10"));
            case 4 -> NODES.numberNode(random.nextGaussian());
            case 5 ->
                NODES.pojoNode(List.of("x", 1.5, List.of("a"), Map.of("b", 1)).get(random.nextInt(4)));
            default -> NODES.textNode(VALUES[random.nextInt(VALUES.length)]);
        };
    }

    private static void assertThatNothingIsLost(JsonNode tree, JsonNode written) {
        if (keepsItsEntries(tree)) {
            assertThat(leaves(written)).containsExactlyInAnyOrderElementsOf(leaves(tree));
        }
    }

    /** A null among entries is left out there with its label, or written as an empty cell. */
    private static boolean keepsItsEntries(JsonNode tree) {
        return !hasNull(tree.path("slides")) && !hasNull(tree.path("card"));
    }

    private static boolean hasNull(JsonNode node) {
        for (JsonNode child : node) {
            if (hasNull(child)) {
                return true;
            }
        }
        return node.isNull();
    }

    /** All strings and numbers of a tree; null may stand for an absent field, and mandatory turns into a string. */
    private static List<String> leaves(JsonNode tree) {
        List<String> leaves = new ArrayList<>();
        addLeaves(MessageJson.toTree(tree), leaves);
        return leaves;
    }

    private static void addLeaves(JsonNode node, List<String> leaves) {
        boolean truth = node.isTextual() && List.of("true", "false").contains(node.textValue());
        if (node.isTextual() && !truth || node.isNumber()) {
            leaves.add(node.toString());
        }
        node.forEach(child -> addLeaves(child, leaves));
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }
}
