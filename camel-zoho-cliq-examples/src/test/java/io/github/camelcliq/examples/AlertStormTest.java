package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.limits.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The example alert-storm, by the command of its section. */
class AlertStormTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEVER = "3600000";

    @TempDir
    Path folder;

    @Test
    void manyAlertsAreOneCardHoweverManyNamesTheyHave() throws Exception {
        ArrayNode alerts = JSON.createArrayNode();
        for (int i = 0; i < 300; i++) {
            alerts.addObject()
                    .putObject("labels")
                    .put("alertname", i + "\"\\".repeat(200))
                    .put("instance", "\n".repeat(200));
        }
        try (StartedExample example = start(Map.of("storm.interval", NEVER, "storm.size", "300"))) {
            example.assertRefused("/alerts", "{}", "no JSON", "");
            example.curl(example.command(0).replace("[1-100]", "[1-3]"));
            example.post("/alerts", JSON.writeValueAsBytes(alerts));

            List<JsonNode> cards = cardsOf(600, example);
            assertThat(cards).hasSize(2);
            assertThat(cards).anySatisfy(card -> {
                assertThat(card.get("text").textValue()).isEqualTo("*300 alerts*, 60 of them critical.");
                assertThat(card.at("/card/title").textValue()).isEqualTo("Alerts with 8 names");
                assertThat(card.at("/slides/0/data/rows")).hasSize(8);
            });
            assertThat(cards).anySatisfy(card -> {
                assertThat(card.at("/card/title").textValue()).isEqualTo("Alerts with 300 names");
                assertThat(card.at("/slides/0/data/rows")).hasSize(41);
            });
        }
    }

    @Test
    void whatWaitsWhenTheApplicationStopsIsPostedAfterTheNextStart() throws Exception {
        try (StartedExample example = start(Map.of("storm.interval", NEVER))) {
            example.curl(example.command(0).replace("[1-100]", "[1-3]"));
        }

        try (StartedExample example = start(Map.of("storm.interval", "100"))) {
            assertThat(cardsOf(300, example)).hasSize(1);

            // a few alerts wait for no more than the interval, and for a Cliq that is down
            example.cliq().faults().next(1, Fault.htmlPage(502));
            assertThat(example.post("/alerts", "[{}]".getBytes()).statusCode()).isEqualTo(202);
            assertThat(cardsOf(301, example).get(1).at("/slides/0/data/rows"))
                    .hasToString("[{\"Alert\":\"-\",\"Number\":\"1\",\"Last instance\":\"-\"}]");
        }
    }

    /** With the limits of Cliq, and with the size and the interval of the example. */
    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true")
    void tenThousandAlertsAreSomeTwentyCards() throws Exception {
        try (StartedExample example = start(Map.of())) {
            example.cliq().limits(Limits.OF_CLIQ);
            long begin = System.nanoTime();

            example.curl(0);

            int cards = cardsOf(10_000, example).size();
            long intervals = Duration.ofNanos(System.nanoTime() - begin).dividedBy(Duration.ofSeconds(3));
            assertThat(cards).isLessThanOrEqualTo((int) (10 + intervals + 1));
            assertThat(example.cliq().requests())
                    .extracting(JournalEntry::status)
                    .containsOnly(204);
        }
    }

    private StartedExample start(Map<String, String> overrides) throws IOException {
        Map<String, String> properties = new HashMap<>(overrides);
        properties.put("storm.folder", folder.toString());
        return StartedExample.start("alert-storm", properties);
    }

    /** Waits until all alerts are in cards, and compares the numbers of their rows. */
    private static List<JsonNode> cardsOf(int alerts, StartedExample example) throws IOException {
        for (int count = 1; ; count++) {
            example.cliq().awaitMessages(count, StartedExample.MAX_WAIT);
            List<JsonNode> cards = example.messages("operations");
            int inTexts = 0;
            int inRows = 0;
            for (JsonNode card : cards) {
                inTexts += Integer.parseInt(card.get("text").textValue().split("[* ]")[1]);
                for (String number : card.at("/slides/0/data/rows").findValuesAsText("Number")) {
                    inRows += Integer.parseInt(number);
                }
            }
            assertThat(inTexts).isLessThanOrEqualTo(alerts).isEqualTo(inRows);
            if (inTexts == alerts) {
                return cards;
            }
        }
    }
}
