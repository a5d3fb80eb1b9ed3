package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.Violation;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What headers say of the message, in place of the body's fields. */
class CliqHeadersTest extends CliqTestSupport {

    private static final String BODY = """
            {'text': 'old', 'card': {'title': 'old', 'theme': 'modern-inline', 'thumbnail': 'https://x/old.png'},
             'buttons': [{'label': 'old', 'type': '+', 'action': {'type': 'copy', 'data': {'text': 'old'}}}],
             'slides': [{'type': 'text', 'data': 'old'}], 'hint': 'old', 'reply_to': 'old',
             'thread_message_id': 'old', 'thread_title': 'old', 'user_ids': 'old'}""";

    private static final String NEW_BUTTON = "[{'label': 'new', 'action': {'type': 'copy', 'data': {'text': 'new'}}}]";

    static Stream<Arguments> overrides() {
        return Stream.of(
                Arguments.of(CliqConstants.TEXT, "new", "/text", "'new'"),
                Arguments.of(CliqConstants.CARD, "{\"title\": \"new\"}", "/card", "{'title': 'new'}"),
                Arguments.of(CliqConstants.CARD_TITLE, "new", "/card/title", "'new'"),
                Arguments.of(CliqConstants.CARD_THEME, "modern-inline", "/card/theme", "'modern-inline'"),
                Arguments.of(CliqConstants.CARD_THUMBNAIL, "/new.png", "/card/thumbnail", "'/new.png'"),
                Arguments.of(CliqConstants.BUTTONS, json(NEW_BUTTON), "/buttons", NEW_BUTTON),
                Arguments.of(
                        CliqConstants.SLIDES,
                        List.of(Map.of("type", "text", "data", "new")),
                        "/slides",
                        "[{'type': 'text', 'data': 'new'}]"),
                Arguments.of(CliqConstants.HINT, "new", "/hint", "'new'"),
                Arguments.of(CliqConstants.REPLY_TO, "new", "/reply_to", "'new'"),
                Arguments.of(CliqConstants.THREAD_MESSAGE_ID, "new", "/thread_message_id", "'new'"),
                Arguments.of(CliqConstants.THREAD_TITLE, "new", "/thread_title", "'new'"),
                Arguments.of(CliqConstants.RECIPIENTS, List.of("new", 42), "/user_ids", "'new,42'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("overrides")
    void aHeaderReplacesItsFieldWhole(String header, Object value, String pointer, String expected) {
        Exchange exchange = post("cliq:bot/deploybot", BODY.replace('\'', '"'), Map.of(header, value));

        assertThat(exchange.getException()).isNull();
        assertThat(posted().at(pointer)).isEqualTo(json(expected));
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(header);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("overrides")
    void aHeaderThatIsNullCountsAsAbsent(String header) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(header, null);

        post("cliq:bot/deploybot", BODY.replace('\'', '"'), headers);

        assertThat(posted()).isEqualTo(json(BODY));
    }

    @Test
    void referencesOfAHeaderReplaceTheBodys() {
        post("{\"text\": \"[Go]($go)\", \"references\": {\"no\": {}}}", Map.of(CliqConstants.REFERENCES, """
                        {"go": {"type": "button", "object": {"label": "Go",
                          "action": {"type": "copy", "data": {"text": "x"}}}}}"""));

        assertThat(posted().at("/references/go/object/label").textValue()).isEqualTo("Go");
        assertThat(posted().get("references")).hasSize(1);
    }

    @Test
    void buttonsOfAHeaderReplaceThoseInsideTheCardToo() {
        post(
                "{\"text\": \"Hello\", \"card\": {\"title\": \"Card\", \"buttons\": [{\"label\": \"old\"}]}}",
                Map.of(CliqConstants.BUTTONS, NEW_BUTTON.replace('\'', '"')));

        assertThat(posted())
                .isEqualTo(json("{'text': 'Hello', 'card': {'title': 'Card'}, 'buttons': " + NEW_BUTTON + "}"));
    }

    @Test
    void recipientsOfAHeaderReplaceThoseUnderTheOtherNameToo() {
        post(
                "cliq:bot/deploybot",
                "{\"text\": \"Hello\", \"userids\": \"1,2\"}",
                Map.of(CliqConstants.RECIPIENTS, new String[] {"3", "4"}));

        assertThat(posted()).isEqualTo(json("{'text': 'Hello', 'user_ids': '3,4'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.c,42", "a@b.c;42"})
    void recipientsAreSeparatedByCommasOrSemicolons(String recipients) {
        post("cliq:bot/deploybot", "Hello", Map.of(CliqConstants.RECIPIENTS, recipients));
        post("cliq:bot/deploybot", Map.of("text", "Hello", "userids", recipients), Map.of());

        assertThat(sandbox.messages())
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(json(message.json())).isEqualTo(json("{'text': 'Hello', 'user_ids': 'a@b.c,42'}")));
    }

    @Test
    void partsOfACardAddToTheCardOfAnotherHeader() {
        post(
                "Hello",
                Map.of(
                        CliqConstants.CARD,
                        Card.modernInline("Card").build(),
                        CliqConstants.CARD_THUMBNAIL,
                        "https://x/y.png"));

        assertThat(posted().get("card"))
                .isEqualTo(json("{'title': 'Card', 'theme': 'modern-inline', 'thumbnail': 'https://x/y.png'}"));
    }

    static Stream<Arguments> threeButtons() {
        List<Button> records = Stream.of("one", "two", "three")
                .map(label -> Button.labelled(label).copy(label).build())
                .toList();
        List<Map<String, Object>> maps = Stream.of("one", "two", "three")
                .<Map<String, Object>>map(label -> new LinkedHashMap<>(Map.of(
                        "label", label, "type", "+", "action", Map.of("type", "copy", "data", Map.of("text", label)))))
                .toList();
        String text =
                Stream.of("one", "two", "three").map("""
                        {"label": "%1$s", "type": "+", "action": {"type": "copy", "data": {"text": "%1$s"}}}"""::formatted).toList().toString();
        return Stream.of(
                Arguments.of("list of Button", records),
                Arguments.of("array of Button", records.toArray(Button[]::new)),
                Arguments.of("list of maps", maps),
                Arguments.of(
                        "list of both",
                        Arrays.asList(
                                records.get(0),
                                maps.get(1),
                                json(text.replace('"', '\'')).get(2))),
                Arguments.of("JSON text", text),
                Arguments.of("StringBuilder", new StringBuilder(text)),
                Arguments.of("JSON bytes", text.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("JSON tree", json(text.replace('"', '\''))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("threeButtons")
    void headersAloneMakeACardWithThreeButtons(String name, Object buttons) {
        post(
                null,
                Map.of(
                        CliqConstants.TEXT, "Build 4711 failed",
                        CliqConstants.CARD_TITLE, "main",
                        CliqConstants.CARD_THEME, "modern-inline",
                        CliqConstants.CARD_THUMBNAIL, "https://ci.zylker.com/red.png",
                        CliqConstants.BUTTONS, buttons));

        assertThat(posted()).isEqualTo(json("""
                {'text': 'Build 4711 failed',
                 'card': {'title': 'main', 'theme': 'modern-inline', 'thumbnail': 'https://ci.zylker.com/red.png'},
                 'buttons': [
                   {'label': 'one', 'type': '+', 'action': {'type': 'copy', 'data': {'text': 'one'}}},
                   {'label': 'two', 'type': '+', 'action': {'type': 'copy', 'data': {'text': 'two'}}},
                   {'label': 'three', 'type': '+', 'action': {'type': 'copy', 'data': {'text': 'three'}}}]}"""));
    }

    @Test
    void brokenJsonInAHeaderIsAViolationOfItsField() {
        Exchange exchange = post("Hello", Map.of(CliqConstants.BUTTONS, "[{", CliqConstants.SLIDES, "nonsense"));

        assertThat(violations(exchange))
                .satisfiesExactlyInAnyOrder(
                        violation -> assertThat(violation)
                                .returns("/slides", Violation::pointer)
                                .satisfies(
                                        slides -> assertThat(slides.rule()).contains("CamelCliqSlides", "valid JSON")),
                        violation -> assertThat(violation)
                                .returns("/buttons", Violation::pointer)
                                .satisfies(buttons ->
                                        assertThat(buttons.rule()).contains("CamelCliqButtons", "valid JSON")));
    }

    @Test
    void aKeyThatStandsTwiceInAHeaderIsAViolationOfItsField() {
        assertThat(violations(post("Hello", Map.of(CliqConstants.CARD, "{\"title\": \"a\", \"title\": \"b\"}"))))
                .extracting(Violation::pointer)
                .containsExactly("/card/title");
    }

    @Test
    void whatIsWrongInHeadersAndBodyIsToldTogether() {
        Exchange exchange = post(
                "{\"text\": \"\", \"hint\": 5}",
                Map.of(CliqConstants.BUTTONS, "{\"label\": \"no list\"}", CliqConstants.CARD_THEME, "fancy"));

        assertThat(violations(exchange))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/text", "/hint", "/buttons", "/card/theme");
    }

    @Test
    void numbersAndUrisAreWrittenAsText() {
        post(
                Map.of("text", "Hello"),
                Map.of(
                        CliqConstants.TEXT,
                        4711,
                        CliqConstants.CARD_TITLE,
                        new StringBuilder("built"),
                        CliqConstants.CARD_THUMBNAIL,
                        URI.create("https://x/y.png")));

        assertThat(posted())
                .isEqualTo(json("{'text': '4711', 'card': {'title': 'built', 'thumbnail': 'https://x/y.png'}}"));
    }

    @Test
    void noHeaderFallsBackToToString() {
        Exchange exchange = post(
                "Hello",
                Map.of(
                        CliqConstants.TEXT,
                        new Object(),
                        CliqConstants.HINT,
                        List.of("a"),
                        CliqConstants.BUTTONS,
                        new Object(),
                        CliqConstants.RECIPIENTS,
                        Arrays.asList("1", null)));

        assertThat(violations(exchange))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/text", "/hint", "/buttons", "/user_ids");
        assertThat(exchange.getException().getMessage()).doesNotContain("java.lang.Object@");
    }

    /** An application's own class, which Camel writes into its logs like any other. */
    private record Order(int number) {}

    @Test
    void noHeaderFallsBackToToStringOnceSomebodyElseDid() {
        Order order = new Order(4711);
        assertThat(context().getTypeConverter().convertTo(String.class, order)).contains("Order");

        List<Object> recipients = List.of("1", order);
        Exchange exchange = post("Hello", Map.of(CliqConstants.TEXT, order, CliqConstants.RECIPIENTS, recipients));

        assertThat(violations(exchange))
                .extracting(Violation::pointer, Violation::actual)
                .containsExactlyInAnyOrder(
                        tuple("/text", Order.class.getName()),
                        tuple("/user_ids", recipients.getClass().getName()));
    }

    static Stream<Arguments> texts() {
        UUID id = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
        return Stream.of(
                Arguments.of(4711L, "4711"),
                Arguments.of(true, "true"),
                Arguments.of('x', "x"),
                Arguments.of(TimeUnit.DAYS, "DAYS"),
                Arguments.of(id, id.toString()),
                Arguments.of(URI.create("https://x/y"), "https://x/y"),
                Arguments.of(LocalDate.of(2026, 2, 1), "2026-02-01"),
                Arguments.of(Instant.EPOCH, "1970-01-01T00:00:00Z"),
                Arguments.of(Duration.ofMinutes(3), "PT3M"),
                Arguments.of("Grüße".getBytes(StandardCharsets.UTF_8), "Grüße"),
                Arguments.of(new ByteArrayInputStream("Grüße".getBytes(StandardCharsets.UTF_8)), "Grüße"),
                Arguments.of(new StringReader("Grüße"), "Grüße"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatEverybodyWritesAlikeIsText(Object value, String text) {
        post(null, Map.of(CliqConstants.TEXT, value));

        assertThat(posted().get("text").textValue()).isEqualTo(text);
    }

    @Test
    void brokenJsonInAHeaderIsToldWithItsPlaceAndItsCause() {
        Exchange exchange = post("Hello", Map.of(CliqConstants.BUTTONS, "[\n  {\"label\": \"Go\",, }]"));

        assertThat(violations(exchange))
                .extracting(Violation::rule)
                .containsExactly("header CamelCliqButtons is valid JSON (line 2, column 18)");
        assertThat(exchange.getException()).hasCauseInstanceOf(JsonProcessingException.class);
    }

    @Test
    void anObjectInAHeaderThatHasNoJsonIsToldWithItsPlaceAndItsCause() {
        Map<String, Object> button = Map.of("label", "Go", "action", Map.of("at", List.of(new Object())));

        Exchange exchange = post("", Map.of(CliqConstants.BUTTONS, List.of(button)));

        assertThat(violations(exchange))
                .extracting(Violation::pointer, Violation::rule)
                .containsExactly(
                        tuple("/text", "not blank (our choice: the reference does not say)"),
                        tuple(
                                "/buttons",
                                "header CamelCliqButtons is an object that can be written as JSON (not at"
                                        + " /0/action/at/0)"));
        assertThat(exchange.getException()).hasRootCauseInstanceOf(JsonMappingException.class);
    }

    @Test
    void aPartOfACardThatIsNoObjectIsNotHidden() {
        assertThat(violations(post(Map.of("text", "Hello", "card", "x"), Map.of(CliqConstants.CARD_TITLE, "Title"))))
                .extracting(Violation::pointer)
                .containsExactly("/card");
    }
}
