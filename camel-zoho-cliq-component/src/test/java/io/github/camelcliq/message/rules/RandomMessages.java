package io.github.camelcliq.message.rules;

import static io.github.camelcliq.message.rules.Json.anyText;
import static io.github.camelcliq.message.rules.Json.array;
import static io.github.camelcliq.message.rules.Json.bool;
import static io.github.camelcliq.message.rules.Json.integer;
import static io.github.camelcliq.message.rules.Json.object;
import static io.github.camelcliq.message.rules.Json.oneIn;
import static io.github.camelcliq.message.rules.Json.oneOf;
import static io.github.camelcliq.message.rules.Json.optional;
import static io.github.camelcliq.message.rules.Json.rare;
import static io.github.camelcliq.message.rules.Json.required;
import static io.github.camelcliq.message.rules.Json.upTo;
import static io.github.camelcliq.message.rules.Json.usual;
import static io.github.camelcliq.message.rules.Json.wrongType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random messages of every shape that Cliq's reference knows, valid ones and ones that break a rule at its edge. */
final class RandomMessages {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RandomMessages() {}

    static Arbitrary<JsonNode> messages() {
        return oneIn(200, Combinators.combine(parts(), texts()).as(RandomMessages::withText), wrongType());
    }

    /** Messages that are as they should be, whatever becomes of their cards, slides, buttons and references. */
    static Arbitrary<JsonNode> carriers() {
        Arbitrary<JsonNode> word =
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9).map(TextNode::valueOf);
        Arbitrary<JsonNode> flag = Arbitraries.of(NODES.booleanNode(true), NODES.booleanNode(false));
        return object(
                        optional("bot", plain("name", word)),
                        optional("card", plain("title", word)),
                        optional("styles", plain("markdown", flag)),
                        optional("hint", word),
                        optional("reply_to", word),
                        optional("mark_as_read", flag),
                        optional("thread_title", word),
                        optional("broadcast", flag),
                        optional("x_new_field", flag))
                .map(carrier -> ((ObjectNode) carrier).put("text", "a"));
    }

    private static Arbitrary<JsonNode> plain(String name, Arbitrary<JsonNode> value) {
        return value.map(node -> NODES.objectNode().set(name, node));
    }

    private static Arbitrary<JsonNode> parts() {
        return object(
                rare("bot", object(optional("name", anyText()), optional("image", oneIn(4, anyText(), apps())))),
                optional("card", cards()),
                optional("buttons", buttonLists()),
                rare("slides", array(slides(), 0, 3)),
                rare(
                        "styles",
                        object(
                                optional("background", oneOf("red", "yellow", "green", "blue", "grey")),
                                optional("markdown", bool()))),
                optional("references", references()),
                rare("hint", upTo(100)),
                rare("reply_to", anyText()),
                rare("sync_message", bool()),
                rare("mark_as_read", bool()),
                rare("thread_message_id", anyText()),
                rare("thread_title", upTo(100)),
                rare("post_in_parent", bool()),
                rare("notify_edit", bool()),
                rare("message_topic", upTo(255)),
                rare("thread_chat_id", upTo(100)),
                rare("broadcast", oneIn(3, bool(), oneOf("true", "false"))),
                rare("user_ids", recipients()),
                rare("userids", recipients()),
                rare("x_new_field", Arbitraries.of(NODES.nullNode(), NODES.numberNode(1), NODES.textNode("x\uD800"))));
    }

    private static Arbitrary<JsonNode> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(30, required(10_000)),
                Tuple.of(3, required(5_000)),
                Tuple.of(
                        10,
                        Arbitraries.of(
                                        "See [a]($k1) and [b]($k2)",
                                        "[a]($k1)",
                                        "[log]($HOME/x) [a]($k1)",
                                        "[x]($1)",
                                        "[]($k1)",
                                        "[a]($k1 )",
                                        "[a](k1)",
                                        "[a\n]($k2)")
                                .map(TextNode::valueOf)),
                Tuple.of(2, Arbitraries.just(NODES.missingNode())));
    }

    private static JsonNode withText(JsonNode parts, JsonNode text) {
        if (!text.isMissingNode()) {
            ((ObjectNode) parts).set("text", text);
        }
        return parts;
    }

    private static Arbitrary<JsonNode> recipients() {
        return Arbitraries.of("1", "1,2", "a@b.c, d@e.f", "1,,2", " ", "1,".repeat(99) + "1", "1,".repeat(100) + "1")
                .map(TextNode::valueOf);
    }

    private static Arbitrary<JsonNode> cards() {
        return Arbitraries.oneOf(
                object(
                        required("theme", oneOf("modern-inline")),
                        optional("title", upTo(200)),
                        optional("thumbnail", thumbnails()),
                        optional("sections", array(sections(), 0, 2)),
                        rare("options", array(pollOptions(), 2, 3)),
                        rare("buttons", buttonLists())),
                object(
                        optional("title", upTo(200)),
                        rare("thumbnail", thumbnails()),
                        rare("options", array(pollOptions(), 2, 3))),
                object(
                        required("theme", oneOf("poll")),
                        usual("title", required(200)),
                        required("options", array(pollOptions(), 1, 11)),
                        rare("thumbnail", thumbnails())),
                object(
                        required("theme", oneOf("prompt")),
                        usual("title", required(200)),
                        rare("thumbnail", thumbnails()),
                        rare("sections", array(sections(), 0, 1))),
                object(rare("theme", oneOf("prompt", "basic", "standard")), rare("options", wrongType())));
    }

    private static Arbitrary<JsonNode> thumbnails() {
        return Arbitraries.of(
                        "https://a.b/c.png", "/sites/x.png", "x.png", "javascript:x", "/a b", "HTTP://A/b", "//a/b", "")
                .map(TextNode::valueOf);
    }

    private static Arbitrary<JsonNode> sections() {
        return object(
                optional("title", anyText()),
                optional(
                        "fields",
                        array(object(required("title", required(50)), required("value", required(50))), 0, 2)));
    }

    private static Arbitrary<JsonNode> pollOptions() {
        return object(required("text", required(100)));
    }

    private static Arbitrary<JsonNode> buttonLists() {
        return oneIn(40, array(buttons(), 0, 3), array(buttons(), 5, 6));
    }

    private static Arbitrary<JsonNode> buttons() {
        return object(
                required("label", oneIn(30, required(20), required(30))),
                optional("hint", upTo(100)),
                usual("type", oneOf("+", "-")),
                optional(
                        "key",
                        oneIn(20, Arbitraries.strings().alpha().ofLength(6).map(TextNode::valueOf), upTo(100))),
                required("action", actions(true)));
    }

    private static Arbitrary<JsonNode> actions(boolean ofCard) {
        Json.Field confirm = ofCard ? optional("confirm", confirmations()) : rare("confirm", confirmations());
        return Arbitraries.oneOf(
                action(
                        "invoke.function",
                        confirm,
                        object(
                                required("name", required(50)),
                                ofCard ? usual("owner", required(50)) : optional("owner", required(50)))),
                action("system.api", confirm, object(required("api", apis()))),
                action("copy", confirm, object(required("text", required(200)))),
                ofCard
                        ? action("open.url", confirm, addresses())
                        : action("copy", confirm, object(required("text", required(200)))),
                ofCard
                        ? action("preview.url", confirm, object(required("url", previews()), rare("web", previews())))
                        : action("system.api", confirm, object(required("api", apis()))),
                oneIn(
                        10,
                        action("copy", confirm, object(required("text", required(200)))),
                        Arbitraries.oneOf(
                                action("fly", confirm, object(optional("to", urls(256)))),
                                action("invoke.bot", confirm, object(optional("name", anyText()))),
                                action("open.url", confirm, addresses()),
                                wrongType())));
    }

    private static Arbitrary<JsonNode> action(String type, Json.Field confirm, Arbitrary<JsonNode> data) {
        return object(required("type", Arbitraries.just(TextNode.valueOf(type))), required("data", data), confirm);
    }

    private static Arbitrary<JsonNode> apis() {
        return oneIn(
                15,
                Arbitraries.of("audiocall/1", "videocall/12", "startchat/123", "invite/9", "locationpermission")
                        .map(TextNode::valueOf),
                Arbitraries.of(
                                "audiocall/",
                                "audiocall/x",
                                "locationpermission/1",
                                "Invite/9",
                                "invite/\u0661",
                                "invite/9\n")
                        .map(TextNode::valueOf));
    }

    private static Arbitrary<JsonNode> addresses() {
        return object(
                optional("web", urls(256)),
                optional("windows", apps()),
                optional("iOS", apps()),
                optional("android", apps()),
                rare("linux", apps()));
    }

    private static Arbitrary<JsonNode> apps() {
        return oneIn(
                3,
                urls(256),
                Arbitraries.of(
                                "myapp://open",
                                "my-app+x:1",
                                "intent:x",
                                "VBScript:x",
                                "1x:a",
                                "x:",
                                ":x",
                                "m\u0430il:x")
                        .map(TextNode::valueOf));
    }

    private static Arbitrary<JsonNode> urls(int limit) {
        return oneIn(
                12,
                Arbitraries.of(
                                "https://a.b/c",
                                "http://x",
                                "HTTPS://X",
                                "tel:+1",
                                "sms:1",
                                "sip:a@b",
                                "https://\u00e4.de/\u05d0",
                                "https://a/" + "x".repeat(limit - 10))
                        .map(TextNode::valueOf),
                Arbitraries.of(
                                "https://a/" + "x".repeat(limit - 9),
                                "javascript:alert(1)",
                                "data:text/html,x",
                                "https://",
                                "https:///x",
                                "https://?x",
                                "tel:",
                                "x",
                                "",
                                "https://a b",
                                "https://a\u0007",
                                "https://a\u00a0b",
                                " https://a",
                                "ftp://x",
                                "https:a")
                        .map(TextNode::valueOf));
    }

    private static Arbitrary<JsonNode> previews() {
        return oneIn(
                12,
                Arbitraries.of("https://a.b/c", "http://x", "https://a/" + "x".repeat(490))
                        .map(TextNode::valueOf),
                Arbitraries.of("https://a/" + "x".repeat(491), "tel:1", "http:", "")
                        .map(TextNode::valueOf));
    }

    private static Arbitrary<JsonNode> confirmations() {
        return object(
                required("title", required(100)),
                optional("description", upTo(100)),
                usual("input", oneIn(6, required(300), object(required("type", oneOf("user_webhook_token"))))),
                optional("emotion", oneOf("positive", "neutral", "negative")),
                usual("button_label", required(100)),
                optional("cancel_button_label", upTo(100)),
                optional("mandatory", oneOf("true", "false")));
    }

    /** Mostly the two keys that the texts use. */
    private static Arbitrary<JsonNode> references() {
        return Arbitraries.of(List.of("k1", "k2"), List.of("k1"), List.of("k2"), List.<String>of(), List.of("k1", "k3"))
                .flatMap(keys -> object(keys.stream()
                        .map(key -> required(key, instantButtons()))
                        .toArray(Json.Field[]::new)));
    }

    private static Arbitrary<JsonNode> instantButtons() {
        return object(
                required("type", oneOf("button")),
                required(
                        "object",
                        object(
                                required("label", required(20)),
                                optional("type", oneOf("+", "-")),
                                required("action", actions(false)),
                                optional("arguments", oneIn(20, object(optional("id", anyText())), wrongType())),
                                rare("hint", anyText()),
                                rare("key", anyText()))));
    }

    private static Arbitrary<JsonNode> slides() {
        Json.Field title = optional("title", anyText());
        Json.Field buttons = rare("buttons", buttonLists());
        return Arbitraries.oneOf(
                slide("text", title, buttons, required(300), rare("styles", object())),
                slide(
                        "list",
                        title,
                        buttons,
                        array(required(30), 0, 3),
                        optional(
                                "styles",
                                object(optional(
                                        "type",
                                        oneOf(
                                                "disc",
                                                "circle",
                                                "square",
                                                "decimal",
                                                "lower-alpha",
                                                "upper-alpha",
                                                "lower-roman",
                                                "upper-roman",
                                                "bulleted"))))),
                slide(
                        "label",
                        title,
                        buttons,
                        array(object(optional("label", anyText()), optional("value", cells())), 0, 3),
                        rare("styles", object())),
                slide("images", title, buttons, array(urls(256), 0, 2), rare("styles", object())),
                slide(
                        "percentage_chart",
                        title,
                        buttons,
                        array(entries(), 0, 6),
                        optional("styles", object(optional("preview", oneOf("pie", "doughnut", "semi_doughnut"))))),
                slide(
                        "graph",
                        title,
                        buttons,
                        array(
                                object(required("category", required(20)), required("values", array(entries(), 0, 21))),
                                0,
                                6),
                        optional(
                                "styles",
                                object(
                                        optional("preview", oneOf("vertical_bar", "vertical_stacked_bar", "trend")),
                                        optional("x_axis", upTo(20)),
                                        optional("y_axis", upTo(20))))),
                slide("table", title, buttons, tables(), rare("styles", tableStyles())),
                slide("fancy", title, buttons, anyText(), rare("styles", object())));
    }

    private static Arbitrary<JsonNode> slide(
            String type, Json.Field title, Json.Field buttons, Arbitrary<JsonNode> data, Json.Field styles) {
        return object(
                required("type", Arbitraries.just(TextNode.valueOf(type))),
                title,
                required("data", data),
                styles,
                buttons);
    }

    private static Arbitrary<JsonNode> entries() {
        return object(
                required("label", required(20)),
                required(
                        "value",
                        Arbitraries.<JsonNode>of(
                                IntNode.valueOf(5),
                                DecimalNode.valueOf(new BigDecimal("1.5")),
                                TextNode.valueOf("12"))));
    }

    private static Arbitrary<JsonNode> cells() {
        return oneIn(15, upTo(20), wrongType());
    }

    private static Arbitrary<JsonNode> tables() {
        return object(
                required(
                        "headers",
                        Arbitraries.of(Set.of(
                                strings("Name", "Team"),
                                strings("Name"),
                                strings("A", "A"),
                                strings(),
                                strings("A", " ")))),
                optional("rows", array(object(required("Name", upTo(20)), optional("Team", cells())), 0, 3)),
                rare("styles", tableStyles()));
    }

    private static Arbitrary<JsonNode> tableStyles() {
        return object(
                optional(
                        "width",
                        Arbitraries.of(
                                numbers(50, 50),
                                numbers(100),
                                numbers(50, 49),
                                numbers(0, 100),
                                numbers(99, 1),
                                numbers(100, 0, 0))),
                optional("sticky", object(optional("rows", integer(0, 2)), optional("columns", integer(0, 2)))));
    }

    private static JsonNode strings(String... values) {
        ArrayNode array = NODES.arrayNode();
        List.of(values).forEach(array::add);
        return array;
    }

    private static JsonNode numbers(int... values) {
        ArrayNode array = NODES.arrayNode();
        for (int value : values) {
            array.add(value);
        }
        return array;
    }
}
