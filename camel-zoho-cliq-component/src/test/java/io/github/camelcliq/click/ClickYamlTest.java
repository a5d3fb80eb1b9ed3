package io.github.camelcliq.click;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.webhook.Clicks;
import java.time.Instant;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** The whole way round on camel-main with nothing but YAML. */
class ClickYamlTest {

    private static final RouteBuilder NO_JAVA = new RouteBuilder() {
        @Override
        public void configure() {
            // all routes are in the YAML file
        }
    };

    @Test
    void aMessageIsPostedClickedAndEditedAndAReceiptGoesToAnotherChat() {
        try (Sandbox sandbox = Sandbox.builder().start();
                ClickServer server = ClickServer.with(NO_JAVA)
                        .property("camel.main.routesIncludePattern", "classpath:webhook/round-trip.yaml")
                        .cliq("base-url", sandbox.baseUrl())
                        .cliq("access-token", Sandbox.DEFAULT_ACCESS_TOKEN)
                        .start()) {
            server.context().createProducerTemplate().requestBody("direct:propose", (Object) null);
            ObjectNode click = Clicks.sample("approve_q4_budget", Instant.now());
            ((ObjectNode) click.at("/params/target")).put("key", "approve").put("input", "go ahead");

            ClickServer.Answer answer = server.post(click);

            assertThat(answer.output().path("type").asText()).isEqualTo("message_edit");
            assertThat(answer.output().path("text").asText()).isEqualTo("Approved by Scott, remark: go ahead");
            assertThat(sandbox.messages())
                    .extracting(ReceivedMessage::target)
                    .containsExactly("CT_budget", "CT_receipts");
            assertThat(sandbox.messages().get(1).json()).contains("Receipt: scott.fisher@zylker.com approved");
        }
    }
}
