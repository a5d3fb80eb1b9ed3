package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Violation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jackson nodes in headers and bodies, as Camel's jq leaves them. */
class CliqNodesTest extends CliqTestSupport {

    private static final String BUTTON =
            "{'label': 'Go', 'type': '+', 'action': {'type': 'copy', 'data': {'text': 'x'}}}";
    private static final String REFERENCE = "{'go': {'type': 'button', 'object': " + BUTTON + "}}";

    static Stream<Arguments> scalars() {
        return Stream.of(
                Arguments.of(TextNode.valueOf("Grüße"), "Grüße"),
                Arguments.of(IntNode.valueOf(4711), "4711"),
                Arguments.of(DecimalNode.valueOf(new BigDecimal("1.10")), "1.10"),
                Arguments.of(BooleanNode.TRUE, "true"),
                Arguments.of(BinaryNode.valueOf("Grüße".getBytes(StandardCharsets.UTF_8)), "Grüße"),
                Arguments.of(new POJONode("Grüße"), "Grüße"),
                Arguments.of(new POJONode(TextNode.valueOf("Grüße")), "Grüße"));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void aScalarIsTextInAHeader(JsonNode node, String text) {
        post(null, Map.of(CliqConstants.TEXT, node, CliqConstants.CARD_TITLE, node));

        assertThat(posted().get("text").textValue()).isEqualTo(text);
        assertThat(posted().at("/card/title").textValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void aScalarIsTextInABody(JsonNode node, String text) {
        Exchange exchange = post(node);

        assertThat(posted()).isEqualTo(json("{'text': '" + text + "'}"));
        assertThat(exchange.getMessage().getBody()).isSameAs(node);
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void aScalarNamesTheTarget(JsonNode node, String id) {
        post("cliq:chat", "Hello", Map.of(CliqConstants.TARGET, node));

        assertThat(sandbox.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.target()).isEqualTo(id));
    }

    static Stream<JsonNode> nothings() {
        return Stream.of(NullNode.instance, MissingNode.getInstance(), new POJONode(null));
    }

    @ParameterizedTest
    @MethodSource("nothings")
    void aHeaderThatIsNullOrMissingCountsAsAbsent(JsonNode nothing) {
        String body = "{'text': 'Hello', 'card': {'title': 'Card'}, 'buttons': [" + BUTTON + "], 'hint': 'hint'}";
        Map<String, Object> headers = new HashMap<>();
        for (String header : List.of(
                CliqConstants.TEXT,
                CliqConstants.CARD,
                CliqConstants.CARD_TITLE,
                CliqConstants.BUTTONS,
                CliqConstants.REFERENCES,
                CliqConstants.SLIDES,
                CliqConstants.HINT,
                CliqConstants.RECIPIENTS)) {
            headers.put(header, nothing);
        }

        post(json(body), headers);

        assertThat(posted()).isEqualTo(json(body));
    }

    @ParameterizedTest
    @MethodSource("nothings")
    void aTargetThatIsNullOrMissingIsTold(JsonNode nothing) {
        assertThat(violations(post("cliq:chat", "Hello", Map.of(CliqConstants.TARGET, nothing))))
                .singleElement()
                .returns(null, Violation::actual)
                .satisfies(violation -> assertThat(violation.rule()).contains("CamelCliqTarget", "missing or blank"));
    }

    @ParameterizedTest
    @MethodSource("nothings")
    void aBodyThatIsNullOrMissingIsANullBody(JsonNode nothing) {
        assertThat(violations(post(nothing)))
                .singleElement()
                .returns(null, Violation::actual)
                .satisfies(violation -> assertThat(violation.rule()).contains("a body, or headers"));

        post(nothing, Map.of(CliqConstants.TEXT, "Hello"));
        assertThat(posted()).isEqualTo(json("{'text': 'Hello'}"));
    }

    static Stream<Arguments> recipients() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return Stream.of(
                Arguments.of(nodes.arrayNode().add("scott@zylker.com").add(42)),
                Arguments.of(nodes.arrayNode().addPOJO("scott@zylker.com").add("42")),
                Arguments.of(List.of(TextNode.valueOf("scott@zylker.com"), IntNode.valueOf(42))),
                Arguments.of((Object) new Object[] {TextNode.valueOf("scott@zylker.com"), 42}),
                Arguments.of(new POJONode(List.of("scott@zylker.com", 42))),
                Arguments.of(TextNode.valueOf("scott@zylker.com,42")));
    }

    @ParameterizedTest
    @MethodSource("recipients")
    void recipientsAreAnArrayOrAListOfNodes(Object recipients) {
        post("cliq:bot/deploybot", "Hello", Map.of(CliqConstants.RECIPIENTS, recipients));

        assertThat(posted()).isEqualTo(json("{'text': 'Hello', 'user_ids': 'scott@zylker.com,42'}"));
    }

    @Test
    void recipientsInsideRecipientsAreRefused() {
        JsonNode nested = json("['1', ['2']]");

        assertThat(violations(post("cliq:bot/deploybot", "Hello", Map.of(CliqConstants.RECIPIENTS, nested))))
                .extracting(Violation::pointer)
                .containsExactly("/user_ids");
    }

    @Test
    void anObjectOrArrayIsNoText() {
        assertThat(violations(post(
                        null, Map.of(CliqConstants.TEXT, json("{'a': 1}"), CliqConstants.CARD_TITLE, json("['a']")))))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/text", "/card/title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "tree", "object"})
    void aHeaderOfJsonIsTextOrTreeOrObjectInANode(String how) {
        post(
                "[Go]($go)",
                Map.of(
                        CliqConstants.CARD, node(how, "{'title': 'Card'}"),
                        CliqConstants.BUTTONS, node(how, "[" + BUTTON + "]"),
                        CliqConstants.SLIDES, node(how, "[{'type': 'text', 'data': 'x'}]"),
                        CliqConstants.REFERENCES, node(how, REFERENCE)));

        assertThat(posted())
                .isEqualTo(json("{'text': '[Go]($go)', 'card': {'title': 'Card'}, 'slides': "
                        + "[{'type': 'text', 'data': 'x'}], 'buttons': [" + BUTTON + "], 'references': " + REFERENCE
                        + "}"));
    }

    private static JsonNode node(String how, String json) {
        JsonNode tree = json(json);
        return switch (how) {
            case "text" -> TextNode.valueOf(tree.toString());
            case "tree" -> tree;
            default -> new POJONode(tree);
        };
    }

    @Test
    void aModelsObjectsMayBeHeldByANode() {
        Button button = Button.labelled("Go").copy("x").build();

        post("Hello", Map.of(CliqConstants.BUTTONS, new POJONode(List.of(button))));

        assertThat(posted().at("/buttons")).isEqualTo(json("[" + BUTTON + "]"));
    }

    @Test
    void textThatIsJsonIsJsonInANodeToo() {
        post(TextNode.valueOf("{\"text\": \"Hello\"}"));

        assertThat(posted()).isEqualTo(json("{'text': 'Hello'}"));
    }

    @Test
    void aMessageOrMapMayBeHeldByANode() {
        for (Object held : new Object[] {CliqMessage.text("Hello").build(), Map.of("text", "Hello")}) {
            sandbox.reset();
            post(new POJONode(held));
            assertThat(posted()).as("%s", held).isEqualTo(json("{'text': 'Hello'}"));
        }
    }
}
