package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alert route of the YAML file, with alerts that are not as nice as the demo's. */
class AlertRouteTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path events;

    @Test
    void aQuotationMarkInAnAlertStaysInsideItsValue() throws Exception {
        String hostile = "https://runbooks.zylker.com/\"}},\"label\":\"Pay\",\"x\":{\"y\":{\"z\":\"";
        ObjectNode alert = alert();
        ((ObjectNode) alert.get("commonAnnotations")).put("runbook_url", hostile);
        alert.put("receiver", "cliq\\\"");

        JsonNode references = posted(alert).get("references");

        assertThat(references).hasSize(3);
        assertThat(references.at("/runbook/object/action/data/text").textValue())
                .isEqualTo(hostile);
        assertThat(references.at("/runbook/object/label").textValue()).isEqualTo("Copy the runbook");
        assertThat(references.at("/ack/object/arguments/receiver").textValue()).isEqualTo("cliq\\\"");
    }

    @Test
    void anAlertWithoutARunbookGivesAlertmanagersOwnAddress() throws Exception {
        ObjectNode alert = alert();
        ((ObjectNode) alert.get("commonAnnotations")).remove("runbook_url");

        assertThat(posted(alert)
                        .at("/references/runbook/object/action/data/text")
                        .textValue())
                .isEqualTo("https://alertmanager.zylker.com");
    }

    private static ObjectNode alert() throws IOException {
        return (ObjectNode) JSON.readTree(Path.of("events/alertmanager.json").toFile());
    }

    private JsonNode posted(JsonNode alert) throws Exception {
        Files.write(events.resolve("alertmanager.json"), JSON.writeValueAsBytes(alert));
        Outcomes outcomes = new Outcomes(new PrintStream(PrintStream.nullOutputStream()));
        Main camel = new Main();
        try (Sandbox cliq = Sandbox.builder().accessToken("alerts").start()) {
            camel.addInitialProperty("camel.component.cliq.base-url", cliq.baseUrl());
            camel.addInitialProperty("camel.component.cliq.access-token", "alerts");
            camel.addInitialProperty("camel.main.routes-include-pattern", "classpath:demo/alert.yaml");
            camel.addInitialProperty("demo.events", events.toString());
            camel.bind("reportPosted", (Processor) outcomes::posted);
            camel.bind("reportRefused", (Processor) outcomes::refused);
            camel.start();
            return JSON.readTree(
                    cliq.awaitMessages(1, Duration.ofMinutes(1)).get(0).json());
        } finally {
            camel.stop();
        }
    }
}
