package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.webhook.Clicks;
import io.github.camelcliq.webhook.FunctionReply;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a route leaves, and what Cliq shows of it. */
class ClickAnswersTest {

    private static final String FAILURE = "{'type': 'banner', 'status': 'failure', 'text': 'Sorry.'}";

    private static final AtomicReference<Object> LEFT = new AtomicReference<>();
    private static ClickServer server;

    @BeforeAll
    static void start() {
        server = ClickServer.with(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("cliq:function/keep").to("log:keep");
                        from("cliq:function/leave").process(ClickAnswersTest::leave);
                        from("cliq:function/fits?overflow=fit").process(ClickAnswersTest::leave);
                        from("cliq:function/hands-over")
                                .errorHandler(deadLetterChannel("log:dead"))
                                .throwException(new IllegalStateException("secret plans"));
                        from("cliq:function/fails-in-silence?failureText=")
                                .throwException(new IllegalStateException("secret plans"));
                        from("cliq:function/explains")
                                .onException(IllegalStateException.class)
                                .handled(true)
                                .setBody(constant("The bank is closed."))
                                .end()
                                .throwException(new IllegalStateException("secret plans"));
                    }
                })
                .cliq("failure-text", "Sorry.")
                .start();
    }

    private static void leave(Exchange exchange) throws Exception {
        exchange.getMessage().setHeader("X-Internal", "nobody's business");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 418);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "text/html");
        if (LEFT.get() instanceof Exception failure) {
            throw failure;
        }
        exchange.getMessage().setBody(LEFT.get());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anAnswerIsShownAsItIs() throws Exception {
        assertShown(FunctionReply.success("Approved"), "{'type': 'banner', 'status': 'success', 'text': 'Approved'}");
        assertShown(FunctionReply.edit("Approved by Scott"), "{'type': 'message_edit', 'text': 'Approved by Scott'}");
        assertShown(FunctionReply.nothing(), "{}");
    }

    @Test
    void aMessageIsShown() throws Exception {
        assertShown(CliqMessage.text("Approved").hint("Q4").build(), "{'text': 'Approved', 'hint': 'Q4'}");
    }

    @Test
    void aTextIsAMessage() throws Exception {
        assertShown("Approved <b>", "{'text': 'Approved <b>'}");
        assertShown("Größe 🎉".getBytes(StandardCharsets.UTF_8), "{'text': 'Größe 🎉'}");
        assertShown(new ByteArrayInputStream("stream".getBytes(StandardCharsets.UTF_8)), "{'text': 'stream'}");
        assertShown(TextNode.valueOf("node"), "{'text': 'node'}");
    }

    @Test
    void jsonIsTheAnswerItSays() throws Exception {
        String banner = "{'type': 'banner', 'status': 'success', 'text': 'Done'}";
        assertShown(banner.replace('\'', '"'), banner);
        assertShown("{\"output\":{\"type\":\"message_edit\",\"text\":\"e\"}}", "{'type': 'message_edit', 'text': 'e'}");
        assertShown(Map.of("type", "banner", "status", "success", "text", "Done"), banner);
        assertShown(Clicks.sample().objectNode().put("text", "tree"), "{'text': 'tree'}");
    }

    @Test
    void nothingShowsNothing() throws Exception {
        assertShown(null, "{}");
        assertShown("", "{}");
        assertShown(" \u00A0\u200B", "{}");
        assertShown(NullNode.instance, "{}");
        assertThat(server.click("keep").output()).isEqualTo(json("{}"));
    }

    @Test
    void aFailureShowsABannerThatDoesNotSayWhy() throws Exception {
        assertShown(new IllegalStateException("secret plans"), FAILURE);
    }

    @Test
    void withoutATextAFailureShowsNothing() throws Exception {
        assertThat(server.click("fails-in-silence").output()).isEqualTo(json("{}"));
    }

    @Test
    void whatADeadLetterChannelTookIsAFailureStill() throws Exception {
        assertThat(server.click("hands-over").output()).isEqualTo(json(FAILURE));
    }

    @Test
    void whatTheErrorHandlerLeavesIsTheAnswer() throws Exception {
        assertThat(server.click("explains").output()).isEqualTo(json("{'text': 'The bank is closed.'}"));
    }

    @Test
    void anAnswerThatBreaksARuleShowsTheBannerAndIsLogged() throws Exception {
        try (CapturedLog log = new CapturedLog("io.github.camelcliq", Level.WARN)) {
            assertShown(Map.of("type", "banner", "status", "maybe", "text", "t"), FAILURE);
            assertShown("x".repeat(10_001), FAILURE);
            assertShown("{\"text\": ", FAILURE);
            assertShown(Instant.now(), FAILURE);
            assertShown(new byte[] {(byte) 0xff, (byte) 0xfe, 0}, FAILURE);

            assertThat(log.lines())
                    .hasSize(5)
                    .anyMatch(line ->
                            line.contains("Answer of cliq:function/leave breaks 1 rule: /status: success or failure"))
                    .anyMatch(line -> line.contains("at most 10,000"));
        }
    }

    @Test
    void anAnswerThatIsTooLongIsFittedWhereTheEndpointAsksForIt() throws Exception {
        String cut = "x".repeat(9_999) + "…";
        try (CapturedLog log = new CapturedLog("io.github.camelcliq", Level.INFO)) {
            assertFitted("x".repeat(20_000), "{'text': '" + cut + "'}");
            assertFitted(FunctionReply.edit("x".repeat(20_000)), "{'type': 'message_edit', 'text': '" + cut + "'}");
            assertFitted(
                    FunctionReply.failure("x".repeat(20_000)),
                    "{'type': 'banner', 'status': 'failure', 'text': '" + cut + "'}");
            assertFitted(
                    Map.of("output", Map.of("type", "banner", "status", "success", "text", "x".repeat(20_000))),
                    "{'type': 'banner', 'status': 'success', 'text': '" + cut + "'}");

            assertThat(log.lines())
                    .filteredOn(
                            line -> line.startsWith("Answer of cliq:function/fits was changed to fit Cliq's limits: "))
                    .hasSize(4)
                    .noneMatch(line -> line.contains("xx"))
                    .anyMatch(line -> line.contains(" /output/text: cut to at most 10,000 characters"));
        }
    }

    private static void assertFitted(Object left, String output) throws Exception {
        LEFT.set(left);
        assertThat(server.click("fits").output()).isEqualTo(json(output));
    }

    @Test
    void noneOfTheRoutesHeadersIsInTheAnswer() {
        LEFT.set("Approved");

        ClickServer.Answer answer = server.click("leave");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().map()).containsOnlyKeys("content-length", "content-type");
        assertThat(answer.response().headers().firstValue("content-type")).contains("application/json");
    }

    private static void assertShown(Object left, String output) throws Exception {
        LEFT.set(left);
        ClickServer.Answer answer = server.click("leave");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.output()).isEqualTo(json(output));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
