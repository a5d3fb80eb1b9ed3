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
import java.time.Duration;
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
                .isEqualTo(new Violation("", "an object", "an array"));
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

        sandbox.awaitMessages(1, Duration.ofSeconds(10));

        assertThat(posted().get("text").textValue()).isEqualTo(GRUESSE);
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
