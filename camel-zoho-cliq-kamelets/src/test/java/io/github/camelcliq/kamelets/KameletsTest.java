package io.github.camelcliq.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.CliqInvalidMessageException;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kamelets in routes of YAML, on camel-main, over a local Cliq that presses the buttons. */
class KameletsTest {

    private final Main main = new Main();
    private Sandbox cliq;

    /** Each must know the other's port: the application learns that of Cliq before its routes are there. */
    @BeforeEach
    void start() {
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.port", "0");
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.component.cliq.access-token", Sandbox.DEFAULT_ACCESS_TOKEN);
        main.addInitialProperty("camel.component.cliq.shared-secret", "sesame-sesame-sesame");
        main.addInitialProperty("camel.component.cliq.reply-timeout", "60s");
        main.start();
        int port = VertxPlatformHttpRouter.lookup(camel(), VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO)
                .getServer()
                .getPort();
        cliq = Sandbox.builder()
                .organisation(Organisation.builder()
                        .channel("operations")
                        .channel("finance")
                        .function(
                                "approve_budget",
                                "http://127.0.0.1:" + port + "/cliq/functions?secret=sesame-sesame-sesame")
                        .build())
                .clickTimeout(Duration.ofMinutes(2))
                .start();
        camel().getComponent("cliq", CliqComponent.class).getDefaultAccount().setBaseUrl(cliq.baseUrl());
    }

    @AfterEach
    void stop() {
        main.stop();
        cliq.close();
    }

    private CamelContext camel() {
        return main.getCamelContext();
    }

    private void load(String routes) throws Exception {
        PluginHelper.getRoutesLoader(camel())
                .loadRoutes(ResourceHelper.resolveResource(camel(), "classpath:routes/" + routes));
    }

    private void loadYaml(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(camel()).loadRoutes(ResourceHelper.fromString("route.yaml", yaml));
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return camel().createProducerTemplate().send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    @Test
    void theSinkPostsTextAndWholeMessages() throws Exception {
        load("sink.yaml");

        send("direct:alerts", "Disk full", Map.of());
        send("direct:alerts", "{\"text\": \"Disk full\", \"hint\": \"of today\"}", Map.of());

        assertThat(cliq.messages("operations"))
                .extracting(ReceivedMessage::json)
                .containsExactly("{\"text\":\"Disk full\"}", "{\"text\":\"Disk full\",\"hint\":\"of today\"}");
    }

    @Test
    void theSinkTakesItsOptions() throws Exception {
        loadYaml("""
                - route:
                    from:
                      uri: direct:alerts
                      steps:
                        - to:
                            uri: kamelet:zoho-cliq-sink
                            parameters:
                              kind: user
                              id: scott.fisher@zylker.com
                              bodyFormat: TEXT
                              overflow: FIT
                              syncMessage: true
                """);

        Exchange exchange = send("direct:alerts", "{\"a\":\"" + "x".repeat(20_000) + "\"}", Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).containsKeys("CamelCliqMessageId", "CamelCliqRemarks");
        assertThat(cliq.messages()).singleElement().satisfies(message -> {
            assertThat(message.target()).isEqualTo("scott.fisher@zylker.com");
            assertThat(message.json()).startsWith("{\"text\":\"{\\\"a\\\":\\\"xxx");
        });
    }

    @Test
    void theSinkRefusesAWrongMessage() throws Exception {
        load("sink.yaml");

        Exchange exchange = send("direct:alerts", "{\"text\": \"\"}", Map.of());

        assertThat(exchange.getException()).isInstanceOf(CliqInvalidMessageException.class);
        assertThat(cliq.requests()).isEmpty();
    }

    @Test
    void theSinkMakesTheMessageByATemplate() throws Exception {
        load("template.yaml");

        send("direct:incidents", Map.of("alert", "Disk \"full\"", "host", "db-1"), Map.of());
        Exchange wrong = send("direct:incidents", "{\"host\": \"db-1\"}", Map.of());

        assertThat(cliq.messages("operations"))
                .extracting(ReceivedMessage::json)
                .containsExactly("{\"text\":\"*Disk \\\"full\\\"* on db-1\","
                        + "\"card\":{\"title\":\"Disk \\\"full\\\"\",\"theme\":\"modern-inline\"}}");
        assertThat(wrong.getException())
                .isInstanceOf(CliqInvalidMessageException.class)
                .hasMessageContaining("required: alert is absent");
    }

    @Test
    void aQuestionIsAskedClickedAndAnswered() throws Exception {
        load("approval.yaml");
        Exchange exchange = send("direct:budget", Map.of("number", 4711, "amount", "500,000"), Map.of());
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("Q4 budget: 500,000");
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelCliqButtons");
        ReceivedMessage question = cliq.messages("finance").get(0);
        assertThat(question.json()).startsWith("{\"text\":\"Q4 budget: 500,000\",\"buttons\":[{\"label\":\"Approve\"");

        String approved = click(question, "approve:4711", "Within the plan.");
        String rejected = click(question, "reject:4711", "it's \"too\" {much}");

        assertThat(approved).isEqualTo("approve:4711 by Scott: Within the plan.");
        assertThat(rejected).isEqualTo("reject:4711 by Scott: it's \"too\" {much}");
    }

    private String click(ReceivedMessage question, String key, String remark) {
        return cliq.click(Click.on(question.id(), key).typing(remark).by("scott.fisher@zylker.com"))
                .shown()
                .text();
    }

    @Test
    void noQuestionIsAskedWithoutItsButtons() throws Exception {
        // a template for events, which a question must not go through
        camel().getComponent("cliq", CliqComponent.class)
                .getConfiguration()
                .setTemplate("classpath:cards/incident.jslt");
        load("approval.yaml");

        Exchange tooLong = send("direct:budget", Map.of("number", "7".repeat(93), "amount", "5"), Map.of());
        Exchange longest = send("direct:budget", Map.of("number", "7".repeat(92), "amount", "5"), Map.of());

        assertThat(tooLong.getException()).hasMessageContaining("header cliqReference must have at most 92 characters");
        assertThat(longest.getException()).isNull();
        assertThat(cliq.messages("finance"))
                .singleElement()
                .satisfies(question ->
                        assertThat(question.json()).contains("approve:" + "7".repeat(92), "reject:" + "7".repeat(92)));
    }

    @Test
    void labelsAndReferencesMayHoldAnyCharacter() throws Exception {
        loadYaml("""
                - route:
                    from:
                      uri: direct:budget
                      steps:
                        - to:
                            uri: kamelet:zoho-cliq-approval-sink
                            parameters:
                              id: finance
                              function: approve_budget
                              owner: finance@zylker.com
                              approveLabel: It's "fine", (yes)
                              rejectLabel: "No: {never}"
                              confirmation: "Sure, 'really'?"
                              remark: "Why?"
                """);
        Object reference = "x','action', \"${body}\" }";

        send("direct:budget", "{\"text\": \"no JSON\"}", Map.of("cliqReference", reference));
        send("direct:budget", "Q4 budget", Map.of());

        String asked = cliq.messages("finance").get(0).json();
        assertThat(asked)
                .startsWith("{\"text\":\"{\\\"text\\\": \\\"no JSON\\\"}\",\"buttons\":[{"
                        + "\"label\":\"It's \\\"fine\\\", (yes)\",\"type\":\"+\","
                        + "\"key\":\"approve:x','action', \\\"${body}\\\" }\",\"action\":{\"type\":\"invoke.function\","
                        + "\"data\":{\"name\":\"approve_budget\",\"owner\":\"finance@zylker.com\"},"
                        + "\"confirm\":{\"title\":\"Sure, 'really'?\"")
                .contains("\"label\":\"No: {never}\"", "\"input\":\"Why?\"");
        assertThat(cliq.messages("finance").get(1).json()).contains("\"key\":\"approve\"", "\"key\":\"reject\"");
    }
}
