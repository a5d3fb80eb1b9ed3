package io.github.camelcliq.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;

/** What becomes of requests to the path of the clicks on Spring Boot's web server. */
@ClickedApplication
@ExtendWith(OutputCaptureExtension.class)
class ClicksTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    private LocalCliq cliq;

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private MoreRoutes routes;

    @Autowired
    private CamelContext camel;

    @Autowired
    private WebServerApplicationContext server;

    @BeforeEach
    void forgetCalls() {
        routes.calls.set(0);
    }

    private static byte[] click(String function, String input) {
        return """
                {"name": "%s", "type": "function", "handler": {"type": "button_handler"}, "timestamp": %d,
                 "params": {"target": {"input": "%s"}, "arguments": {"once": "%s"}}}
                """.formatted(function, Instant.now().toEpochMilli(), input, UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(byte[] body) {
        return HttpRequest.newBuilder(URI.create(cliq.url()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder signed(byte[] body) {
        return request(body).header("X-Cliq-Signature", LocalCliq.sign(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String text(HttpResponse<String> answer) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(answer.body());
        return json.at("/output/text").asText();
    }

    /** Whoever is refused hears nothing but the status in our own words, and no route hears of it. */
    private void assertRefused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("path");
        assertThat(routes.calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=ISO-8859-1",
                "application/json;charset=nonsense",
                "text/plain"
            })
    void aSignedClickIsVerifiedOverItsBytesWhateverItsContentType(String contentType) throws Exception {
        String remark = "Schön, naturally: äöü € " + "ß".repeat(5_000);

        HttpResponse<String> answer = send(signed(click("count", remark)).setHeader("Content-Type", contentType));

        assertThat(text(answer)).isEqualTo("Counted " + remark);
        assertThat(answer.headers().map()).doesNotContainKeys("x-cliq-signature", "CamelHttpServletRequest");
    }

    @Test
    void bytesThatAreNoUtf8AreNotRepairedBeforeTheyAreVerified() throws Exception {
        byte[] body = click("count", "?");
        String signature = LocalCliq.sign(body);
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '?') {
                body[i] = (byte) 0xE4;
            }
        }

        assertRefused(401, send(request(body).header("X-Cliq-Signature", signature)));
    }

    @Test
    void aWrongSignatureIsRefused() throws Exception {
        assertRefused(401, send(request(click("count", "")).header("X-Cliq-Signature", LocalCliq.sign(new byte[1]))));
        assertRefused(401, send(request(click("count", ""))));
    }

    @Test
    void aRepeatIsAnsweredAlikeAndReachesTheRouteOnce() throws Exception {
        byte[] body = click("count", "once");

        assertThat(text(send(signed(body)))).isEqualTo("Counted once");
        assertThat(text(send(signed(body)))).isEqualTo("Counted once");

        assertThat(routes.calls).hasValue(1);
    }

    @Test
    void aBodyOverTheLimitIsRefusedSignedOrNot() throws Exception {
        byte[] body = click("count", "x".repeat(20_000));

        assertRefused(413, send(signed(body)));
        assertRefused(413, send(request(body)));
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, a=b",
        "application/x-www-form-urlencoded, no form",
        "application/x-www-form-urlencoded, %zz",
        "multipart/form-data; boundary=x, no parts",
        "multipart/form-data, no boundary"
    })
    void formsAreRefusedAndSoIsWhatOnlySaysThatItIsOne(String contentType, String body, CapturedOutput log)
            throws Exception {
        assertRefused(415, send(signed(body.getBytes(StandardCharsets.UTF_8)).setHeader("Content-Type", contentType)));

        assertThat(log).doesNotContain("Exception");
    }

    @Test
    void whatSaysThatItIsGzipIsRefused(CapturedOutput log) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] body = click("count", "packed");
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }

        assertRefused(
                415,
                send(request(packed.toByteArray())
                        .header("Content-Encoding", "gzip")
                        .header("X-Cliq-Signature", LocalCliq.sign(body))));
        assertRefused(415, send(request(body).header("Content-Encoding", "gzip")));

        assertThat(log).doesNotContain("Exception");
    }

    @Test
    void connectionsOnWhichNothingComesAreClosed() {
        TomcatWebServer tomcat = (TomcatWebServer) server.getWebServer();

        assertThat(tomcat.getTomcat().getConnector().getProperty("connectionTimeout"))
                .isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void onlyAPostIsTaken(String method) throws Exception {
        byte[] body = click("count", "");

        assertRefused(405, send(signed(body).method(method, BodyPublishers.ofByteArray(body))));
    }

    @Test
    void aSuspendedRouteIsUnavailableAndARemovedOneUnknown(CapturedOutput log) throws Exception {
        camel.getRouteController().suspendRoute("count");
        assertRefused(503, send(signed(click("count", ""))));

        camel.getRouteController().resumeRoute("count");
        assertThat(text(send(signed(click("count", "again"))))).isEqualTo("Counted again");

        routes.calls.set(0);
        camel.getRouteController().stopRoute("count");
        camel.removeRoute("count");
        assertRefused(404, send(signed(click("count", ""))));

        camel.addRoutes(routes.counting());
        assertThat(text(send(signed(click("count", "anew"))))).isEqualTo("Counted anew");
        assertThat(log).doesNotContain("Exception");
    }

    @Test
    void aSlowRouteIsAcknowledgedAndItsAnswerShownLater() {

        ReceivedMessage question = ask();

        ClickOutcome outcome = sandbox.click(Click.on(question.id(), "decide"));
        assertThat(outcome.shown().kind()).as("%s", outcome).isEqualTo(Shown.Kind.BANNER);
        assertThat(outcome.shown().text()).isEqualTo("One moment.");

        routes.decided.release();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(sandbox.messages())
                        .extracting(ReceivedMessage::currentJson)
                        .anyMatch(json -> json.contains("Decided after all.")));
    }

    private ReceivedMessage ask() {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            template.sendBody("cliq:chat/CT_decisions", """
                    {"text": "Decide?", "buttons": [{"label": "Decide", "type": "+", "key": "decide",
                     "action": {"type": "invoke.function", "data": {"name": "decide", "owner": "finance@zylker.com"}}}]}
                    """);
        } catch (IOException notClosed) {
            throw new IllegalStateException(notClosed);
        }
        return sandbox.messages("CT_decisions").get(0);
    }
}
