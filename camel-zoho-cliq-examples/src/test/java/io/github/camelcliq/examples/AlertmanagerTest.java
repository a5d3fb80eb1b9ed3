package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example alertmanager, by the command of its section, with a server in the place of Alertmanager. */
class AlertmanagerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<JsonNode> SILENCES = new CopyOnWriteArrayList<>();
    private static HttpServer alertmanager;
    private static StartedExample example;

    @BeforeAll
    static void start() throws IOException {
        alertmanager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        alertmanager.createContext("/api/v2/silences", AlertmanagerTest::silence);
        alertmanager.start();
        example = StartedExample.start(
                "alertmanager",
                Map.of(
                        "alertmanager.url",
                        "http://127.0.0.1:" + alertmanager.getAddress().getPort()));
    }

    @AfterAll
    static void stop() {
        example.close();
        alertmanager.stop(0);
    }

    @BeforeEach
    void forget() throws Exception {
        example.cliq().reset();
        SILENCES.clear();
        assertThat(example.curl(0).statusCode()).isEqualTo(200);
    }

    @Test
    void anAlertBecomesATableAndTwoButtons() throws Exception {
        assertThat(example.messages("operations")).singleElement().satisfies(alert -> {
            assertThat(alert.get("text").textValue())
                    .isEqualTo("*DiskAlmostFull* is firing, severity warning. Less than 5 % of a disk is free.");
            assertThat(alert.at("/slides/0/data/rows").findValuesAsText("Instance"))
                    .containsExactly("db-1:9100", "db-2:9100");
            assertThat(alert.get("buttons").findValuesAsText("label")).containsExactly("Silence", "Runbook");
        });

        assertThat(example.cliq().click(Click.on(alert(), "1")).toString())
                .contains("https://runbooks.zylker.com/disk-almost-full");
    }

    @Test
    void aNotificationThatMakesNoMessageIsRefused() throws Exception {
        example.cliq().reset();

        example.assertRefused("/alertmanager", "{}", "no JSON", "");
    }

    @Test
    void silenceMakesASilenceInAlertmanager() {
        Instant before = Instant.now();

        assertThat(silence("2h30m").shown().text()).isEqualTo("Scott silences DiskAlmostFull for 2h30m.");

        assertThat(SILENCES).singleElement().satisfies(silence -> {
            assertThat(silence.get("matchers"))
                    .hasToString("[{\"name\":\"alertname\",\"value\":\"DiskAlmostFull\",\"isRegex\":false}]");
            Instant start = Instant.parse(silence.get("startsAt").textValue());
            Instant end = Instant.parse(silence.get("endsAt").textValue());
            assertThat(start).isBetween(before, Instant.now());
            assertThat(end.minus(Duration.ofMinutes(150))).isBetween(start, Instant.now());
            assertThat(silence.get("createdBy").textValue()).isEqualTo("scott.fisher@zylker.com");
            assertThat(silence.get("comment").textValue()).isNotBlank();
            assertThat(silence).hasSize(5);
        });
    }

    @Test
    void theNameOfAnAlertIsData() throws Exception {
        String hostile = "x', 'isRegex', true), \"${body}\" {{alertmanager.url}}";
        example.cliq().reset();
        example.post(
                "/alertmanager",
                JSON.writeValueAsBytes(Map.of("status", "firing", "commonLabels", Map.of("alertname", hostile))));

        ClickOutcome outcome = example.cliq().click(Click.on(alert(), hostile).typing("1h"));

        assertThat(outcome.shown().text()).isEqualTo("Scott silences " + hostile + " for 1h.");
        assertThat(SILENCES)
                .singleElement()
                .satisfies(silence ->
                        assertThat(silence.at("/matchers/0/value").textValue()).isEqualTo(hostile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "until tomorrow", "2h') || ('", "${body}", "-1h"})
    void withoutATimeOrASilenceThePersonIsTold(String typed) {
        assertThat(silence(typed).shown().text())
                .isEqualTo(
                        "Nothing is silenced. Type how long, such as 30m or 2h, and look whether Alertmanager is up.");
        assertThat(SILENCES).isEmpty();
    }

    private static ClickOutcome silence(String typed) {
        return example.cliq()
                .click(Click.on(alert(), "DiskAlmostFull").typing(typed).by("scott.fisher@zylker.com"));
    }

    private static String alert() {
        return example.cliq().messages("operations").get(0).id();
    }

    /** Answers as Alertmanager does, and refuses a silence that is over. */
    private static void silence(HttpExchange request) throws IOException {
        try (request) {
            JsonNode silence = JSON.readTree(request.getRequestBody());
            boolean takes = request.getRequestMethod().equals("POST")
                    && "application/json".equals(request.getRequestHeaders().getFirst("Content-Type"))
                    && Instant.parse(silence.get("endsAt").textValue()).isAfter(Instant.now());
            if (takes) {
                SILENCES.add(silence);
            }
            byte[] answer = (takes ? "{\"silenceID\":\"f59b6b2d-9f9e-4f1a-8f7b-0d5f3f9a4c11\"}" : "\"bad silence\"")
                    .getBytes(StandardCharsets.UTF_8);
            request.getResponseHeaders().set("Content-Type", "application/json");
            request.sendResponseHeaders(takes ? 200 : 400, answer.length);
            request.getResponseBody().write(answer);
        }
    }
}
