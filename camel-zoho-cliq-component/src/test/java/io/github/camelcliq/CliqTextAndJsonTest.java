package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.message.Violation;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings, bytes and streams: which of them are JSON, and which are the text of a message. */
class CliqTextAndJsonTest extends CliqTestSupport {

    private static final String GRUESSE = "Grüße aus Köln €";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Build 4711 failed",
                "{@all} deployed",
                "{#123} deployed",
                "{ @all } deployed",
                "{",
                "{ 'single': 'quotes' }",
                "[1, 2, 3]",
                "\"quoted\"",
                "null",
                "42",
                "<html/>",
                "שלום {\"text\"}"
            })
    void isTheTextOfAMessage(String body) {
        post(body);

        assertThat(posted().size()).isEqualTo(1);
        assertThat(posted().get("text").textValue()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"Hello\"}",
                " \r\n\t{ \n \"text\" : \"Hello\" } \n",
                "\uFEFF{\"text\":\"Hello\"}",
            })
    void isJson(String body) {
        post(body);

        assertThat(posted()).isEqualTo(json("{'text': 'Hello'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"Hello\"",
                "{\"text\": \"Hello\"} and more",
                "{\"text\"}",
                "{\"text\": tru}",
                "{} {}"
            })
    void brokenJsonIsRefusedAndNotQuoted(String body) {
        Exchange exchange = post(body);

        assertThat(violations(exchange)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEmpty();
            assertThat(violation.rule()).contains("valid JSON");
        });
        assertThat(exchange.getException().getMessage()).doesNotContain("Hello").doesNotContain("\n");
    }

    @Test
    void anEmptyObjectIsAMessageThatLacksItsText() {
        assertThat(violations(post("{}"))).extracting(Violation::pointer).containsExactly("/text");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThat(violations(post("{\"text\": \"one\", \"text\": \"two\"}")))
                .extracting(Violation::pointer)
                .containsExactly("/text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "Application/JSON;charset=UTF-8",
                "application/vnd.x+json",
                "text/json"
            })
    void theContentTypeMakesItJson(String contentType) {
        assertThat(violations(post("{@all} deployed", Map.of(Exchange.CONTENT_TYPE, contentType))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.rule()).contains("valid JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain; charset=utf-8", "application/jsonx", "application/x-ndjson", ""})
    void anotherContentTypeDoesNot(String contentType) {
        post("{@all} deployed", Map.of(Exchange.CONTENT_TYPE, contentType));

        assertThat(posted()).isEqualTo(json("{'text': '{@all} deployed'}"));
    }

    @Test
    void jsonThatIsNoObjectIsRefused() {
        assertThat(violations(post("[1, 2]", Map.of(Exchange.CONTENT_TYPE, "application/json"))))
                .singleElement()
                .isEqualTo(new Violation(
                        "",
                        "an object, because the header Content-Type says JSON (bodyFormat=text posts the body as text)",
                        "an array"));
    }

    static Stream<String> noJson() {
        return Stream.of(
                "",
                " \r\n",
                "Disk full",
                "{@all} deployed",
                "<alarm><disk>full</disk></alarm>",
                "{\"order\": 1}\n{\"order\": 2}",
                "{\"order\": 1, \"custo",
                "{\"text\": \"Disk fu",
                "NaN");
    }

    @ParameterizedTest
    @MethodSource("noJson")
    void aBodyThatIsNoJsonDoesNotMatterBesideATextInAHeader(String body) {
        for (Object given : new Object[] {body, body.getBytes(StandardCharsets.UTF_8), new StringReader(body)}) {
            sandbox.reset();
            Map<String, Object> headers =
                    Map.of(Exchange.CONTENT_TYPE, "application/json", CliqConstants.TEXT, "An order came in");

            Exchange exchange = post(given, headers);

            assertThat(posted()).isEqualTo(json("{'text': 'An order came in'}"));
            assertThat(exchange.getMessage().getBody()).isSameAs(given);
        }
    }

    @ParameterizedTest
    @MethodSource("noJson")
    void aBodyThatIsNoJsonDoesNotMatterBesideACardForABot(String body) {
        post(
                "cliq:bot/deploybot",
                body,
                Map.of(Exchange.CONTENT_TYPE, "application/json", CliqConstants.CARD_TITLE, "An order came in"));

        assertThat(posted()).isEqualTo(json("{'card': {'title': 'An order came in'}}"));
    }

    @ParameterizedTest
    @MethodSource("noJson")
    void aBodyThatIsNoJsonIsToldByTheContentTypeWhereNoHeadersMakeAMessage(String body) {
        for (Map<String, Object> headers : List.<Map<String, Object>>of(
                Map.of(Exchange.CONTENT_TYPE, "application/json"),
                Map.of(Exchange.CONTENT_TYPE, "application/json", CliqConstants.CARD_TITLE, "An order"))) {
            assertThat(violations(post(body, headers)))
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.rule())
                            .contains("valid JSON", "the header Content-Type says JSON", "bodyFormat=text"));
        }
    }

    @Test
    void brokenJsonDoesNotMatterBesideATextInAHeaderWithoutAContentTypeEither() {
        post("{\"order\": 1, \"custo", Map.of(CliqConstants.TEXT, "An order came in"));

        assertThat(posted()).isEqualTo(json("{'text': 'An order came in'}"));
    }

    @Test
    void onlyAContentTypeThatMadeTheBodyJsonIsNamed() {
        assertThat(violations(post("{\"text\": ")))
                .extracting(Violation::rule)
                .first()
                .asString()
                .doesNotContain("Content-Type");
        assertThat(violations(post(
                        "cliq:chat/x?bodyFormat=json", "Hello", Map.of(Exchange.CONTENT_TYPE, "application/json"))))
                .extracting(Violation::rule)
                .first()
                .asString()
                .doesNotContain("Content-Type");
    }

    @Test
    void theOptionBodyFormatMakesTextOfWhatLooksLikeJson() {
        post("cliq:chat/x?bodyFormat=text", "{\"text\":\"Hello\"}", Map.of(Exchange.CONTENT_TYPE, "application/json"));

        assertThat(posted().get("text").textValue()).isEqualTo("{\"text\":\"Hello\"}");
    }

    @Test
    void theOptionBodyFormatMakesJsonOfWhatLooksLikeText() {
        assertThat(violations(post("cliq:chat/x?bodyFormat=json", "Hello", Map.of())))
                .extracting(Violation::rule)
                .first()
                .asString()
                .contains("valid JSON");
    }

    static Stream<Arguments> bodiesOfBytes() throws Exception {
        byte[] utf8 = GRUESSE.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("byte[]", utf8),
                Arguments.of("InputStream", new ByteArrayInputStream(utf8)),
                Arguments.of("Reader", new StringReader(GRUESSE)),
                Arguments.of("ByteBuffer", ByteBuffer.wrap(utf8)),
                Arguments.of("Vert.x Buffer", Buffer.buffer(utf8)),
                Arguments.of("cached stream", new InputStreamCache(utf8)),
                Arguments.of("cached reader", new ReaderCache(GRUESSE)),
                Arguments.of("StringBuilder", new StringBuilder(GRUESSE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodiesOfBytes")
    void bytesAndStreamsAreText(String name, Object body) {
        post(body);

        assertThat(posted().get("text").textValue()).isEqualTo(GRUESSE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodiesOfBytes")
    void bytesAndStreamsAreThereForTheNextStep(String name, Object body) throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:twice").to("cliq:chat/first").to("cliq:chat/second");
            }
        });

        assertThat(post("direct:twice", body, Map.of()).getException()).isNull();

        assertThat(sandbox.messages("first")).hasSize(1);
        assertThat(sandbox.messages("second")).hasSize(1);
        assertThat(sandbox.messages("second").get(0).json()).isEqualTo("{\"text\":\"" + GRUESSE + "\"}");
    }

    @Test
    void filesAreRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("event.json"), "{\"text\":\"" + GRUESSE + "\"}");

        post(file);
        post(file.toFile());

        assertThat(sandbox.messages())
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(json(message.json()).get("text").textValue()).isEqualTo(GRUESSE));
    }

    @Test
    void aFileEndpointsFilesAreRead(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("event.json"), "{\"text\":\"" + GRUESSE + "\"}");
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?initialDelay=0&delay=50").to("cliq:chat/" + CHAT);
            }
        });

        awaitMessages(1);

        assertThat(posted().get("text").textValue()).isEqualTo(GRUESSE);
    }

    @Test
    void theCharacterSetOfAFileEndpointIsNotThatOfTheJsonMadeOfIt(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("event.txt"), "Grüße", StandardCharsets.ISO_8859_1);
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?initialDelay=0&delay=50&charset=ISO-8859-1")
                        .transform()
                        .body(String.class, text -> Map.of("text", text))
                        .marshal()
                        .json()
                        .to("cliq:chat/" + CHAT);
            }
        });

        awaitMessages(1);

        assertThat(posted().get("text").textValue()).isEqualTo("Grüße");
    }

    @Test
    void aFileOfTextIsReadInTheCharacterSetOfItsEndpoint(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("event.txt"), "Grüße", StandardCharsets.ISO_8859_1);
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?initialDelay=0&delay=50&charset=ISO-8859-1")
                        .to("cliq:chat/" + CHAT);
            }
        });

        awaitMessages(1);

        assertThat(posted().get("text").textValue()).isEqualTo("Grüße");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void jsonInBytesSaysItsEncodingItself(String encoding) {
        byte[] bytes = (" {\"text\": \"" + GRUESSE + "\"}").getBytes(Charset.forName(encoding));
        for (Map<String, Object> headers : List.<Map<String, Object>>of(
                Map.of(Exchange.CHARSET_NAME, "ISO-8859-1"),
                Map.of(Exchange.CONTENT_TYPE, "application/json", Exchange.CHARSET_NAME, "ISO-8859-1"),
                Map.of(Exchange.CONTENT_TYPE, "application/json; charset=ISO-8859-1"),
                Map.of())) {
            sandbox.reset();
            post(new ByteArrayInputStream(bytes), headers);
            assertThat(posted()).as("%s", headers).isEqualTo(json("{'text': '" + GRUESSE + "'}"));
        }
    }

    @Test
    void jsonInBytesOfAnotherEncodingIsRefused() {
        byte[] latin1 = "{\"text\": \"Grüße\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(violations(post(latin1, Map.of(Exchange.CHARSET_NAME, "ISO-8859-1"))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.rule()).contains("valid JSON in UTF-8"));
    }

    @Test
    void bytesInHeadersAreUtf8() {
        String button = "[{'label': 'Grüße', 'action': {'type': 'copy', 'data': {'text': 'x'}}}]";

        post(
                null,
                Map.of(
                        Exchange.CHARSET_NAME,
                        "ISO-8859-1",
                        Exchange.CONTENT_TYPE,
                        "text/plain; charset=ISO-8859-1",
                        CliqConstants.TEXT,
                        GRUESSE.getBytes(StandardCharsets.UTF_8),
                        CliqConstants.HINT,
                        new ByteArrayInputStream(GRUESSE.getBytes(StandardCharsets.UTF_8)),
                        CliqConstants.BUTTONS,
                        button.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));

        assertThat(posted())
                .isEqualTo(json("{'text': '" + GRUESSE + "', 'hint': '" + GRUESSE + "', 'buttons': " + button + "}"));
    }

    @Test
    void bytesInAHeaderThatAreNoUtf8AreRefused() {
        byte[] latin1 = "Grüße".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(violations(post(null, Map.of(CliqConstants.TEXT, latin1))))
                .containsExactly(new Violation("/text", "header CamelCliqText can be read as text in UTF-8", "[B"));
    }

    @Test
    void aFileThatIsGoneIsRefused() {
        assertThat(violations(post(new File("/nowhere/event.json"))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.actual()).isEqualTo("java.io.File"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-15", "UTF-16", "windows-1252"})
    void bytesOfAnotherCharacterSetAreReadInIt(String charset) {
        byte[] bytes = GRUESSE.getBytes(Charset.forName(charset));

        post(bytes, Map.of(Exchange.CHARSET_NAME, charset));

        assertThat(posted().get("text").textValue()).isEqualTo(GRUESSE);
    }

    @Test
    void bytesThatAreNotOfTheirCharacterSetAreRefused() {
        assertThat(violations(post("Köln".getBytes(StandardCharsets.ISO_8859_1))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.rule()).contains("text in UTF-8"));
    }

    @Test
    void anUnknownCharacterSetIsRefused() {
        assertThat(violations(post("Hello".getBytes(StandardCharsets.UTF_8), Map.of(Exchange.CHARSET_NAME, "klingon"))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.actual()).isEqualTo("klingon"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        post("\uFEFFHello".getBytes(StandardCharsets.UTF_8));

        assertThat(posted()).isEqualTo(json("{'text': 'Hello'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=ISO-8859-1", "text/plain;charset=\"iso-8859-1\""})
    void bytesAreInTheCharsetThatTheContentTypeNames(String contentType) {
        post("Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1), Map.of(Exchange.CONTENT_TYPE, contentType));

        assertThat(posted().path("text").textValue()).isEqualTo("Gr\u00fc\u00dfe");
    }

    @Test
    void theCharsetOfTheContentTypeWinsOverThatOfTheExchange() {
        byte[] latin1 = "Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1);

        post(latin1, Map.of(Exchange.CONTENT_TYPE, "text/plain; charset=iso-8859-1", Exchange.CHARSET_NAME, "UTF-8"));

        assertThat(posted().path("text").textValue()).isEqualTo("Gr\u00fc\u00dfe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=", "text/plain; charset= ; format=flowed", "text/plain; charset=\"\""})
    void anEmptyCharsetCountsAsNotGiven(String contentType) {
        post(GRUESSE.getBytes(StandardCharsets.UTF_8), Map.of(Exchange.CONTENT_TYPE, contentType));
        assertThat(posted().path("text").textValue()).isEqualTo(GRUESSE);

        sandbox.reset();
        byte[] latin1 = "Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1);
        post(latin1, Map.of(Exchange.CONTENT_TYPE, contentType, Exchange.CHARSET_NAME, "ISO-8859-1"));
        assertThat(posted().path("text").textValue()).isEqualTo("Gr\u00fc\u00dfe");
    }

    @Test
    void anEmptyCharsetOfTheExchangeCountsAsNotGiven() {
        post(GRUESSE.getBytes(StandardCharsets.UTF_8), Map.of(Exchange.CHARSET_NAME, ""));

        assertThat(posted().path("text").textValue()).isEqualTo(GRUESSE);
    }

    @Test
    void aNumberBeyondAllBoundsIsBrokenJson() {
        assertThat(violations(post("{\"text\": \"x\", \"foo\": 1e99999999999}")))
                .singleElement()
                .satisfies(violation -> assertThat(violation.toString()).doesNotContain("99999"));
    }

    @Test
    void aTextThatIsNoStringIsATextInAMapToo() {
        post(Map.of("text", new StringBuilder("Hello")));

        assertThat(posted()).isEqualTo(json("{'text': 'Hello'}"));
    }
}
