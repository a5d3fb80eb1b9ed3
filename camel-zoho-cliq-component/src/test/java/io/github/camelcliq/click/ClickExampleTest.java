package io.github.camelcliq.click;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.docs.ClickExamples;
import io.github.camelcliq.webhook.Clicks;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The README's route that starts from a click does what the README says of it. */
class ClickExampleTest {

    @Test
    void whatTheRouteLeavesIsAMessage() {
        try (ClickServer server = ClickServer.with(new ClickExamples.Approval()).start()) {
            ObjectNode click = Clicks.sample("approve_q4_budget", Instant.now());
            ((ObjectNode) click.at("/params/target")).put("input", "Within the plan.");

            assertThat(server.post(click).output().toString())
                    .isEqualTo("{\"text\":\"Approved by Scott, remark: Within the plan.\"}");
        }
    }
}
