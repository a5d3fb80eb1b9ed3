package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.docs.ClickExamples;
import io.github.camelcliq.docs.YamlRoutes;
import io.github.camelcliq.dsl.CliqEndpointBuilderFactory.CliqBuilders;
import io.github.camelcliq.webhook.Clicks;
import java.time.Instant;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The routes of the guide that start from a click do what those say of them. */
class ClickExampleTest {

    @Test
    void theFormOfTheGuideListsDevicesAndTakesTheOneThatWasChosen() throws Exception {
        try (ClickServer server = ClickServer.withoutRoutes().start()) {
            PluginHelper.getRoutesLoader(server.context())
                    .loadRoutes(ResourceHelper.resolveResource(server.context(), "classpath:webhook/form.yaml"));
            ObjectNode call = Clicks.sample("order_device", Instant.now());
            call.put("handler", "form_dynamic_select_handler");
            assertThat(server.post(call).output().at("/options/1/value").asText())
                    .isEqualTo("phone");

            call.put("handler", "form_submit_handler");
            ((ObjectNode) call.path("params"))
                    .putObject("form")
                    .putObject("values")
                    .putObject("device")
                    .put("label", "Phone")
                    .put("value", "phone");
            assertThat(server.post(call).output().path("text").asText()).isEqualTo("Ordered: phone");
        }
    }

    /** A route that starts from an endpoint of the Endpoint DSL. */
    private static final class Silence extends EndpointRouteBuilder implements CliqBuilders {

        @Override
        public void configure() {
            from(cliq("function/silence").failureText("Please try again.")).process(exchange -> {
                throw new IllegalStateException("not today");
            });
        }
    }

    @Test
    void anEndpointOfTheDslTakesClicksWithItsOptions() {
        try (ClickServer server = ClickServer.with(new Silence()).start()) {
            assertThat(server.click("silence").output().path("text").asText()).isEqualTo("Please try again.");
        }
    }

    static List<RouteBuilder> approvals() {
        return List.of(new ClickExamples.Approval(), YamlRoutes.of(ClickExamples.Approval.class));
    }

    @ParameterizedTest
    @MethodSource("approvals")
    void whatTheRouteLeavesIsAMessage(RouteBuilder approval) {
        try (ClickServer server = ClickServer.with(approval).start()) {
            ObjectNode click = Clicks.sample("approve_q4_budget", Instant.now());
            ((ObjectNode) click.at("/params/target")).put("input", "Within the plan.");

            assertThat(server.post(click).output().toString())
                    .isEqualTo("{\"text\":\"Approved by Scott, remark: Within the plan.\"}");
        }
    }
}
