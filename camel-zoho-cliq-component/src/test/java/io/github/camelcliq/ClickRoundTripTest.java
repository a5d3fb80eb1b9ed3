package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.docs.EditExample;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.Shown;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.Organisation;
import io.github.camelcliq.webhook.Clicks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.HttpServerConfigurationProperties;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way round with the local Cliq: it is posted to, somebody clicks, and it shows what the route leaves. */
class ClickRoundTripTest {

    private static final CliqFunction FUNCTION =
            Organisation.example().function("approve_q4_budget", "").orElseThrow();

    private ClickServer server;
    private Sandbox cliq;

    /**
     * Each must know the other's port: the application learns Cliq's before its routes are there, and of the function
     * that Cliq has by itself nothing but the port is changed.
     */
    @BeforeEach
    void start() {
        server = ClickServer.withoutRoutes()
                .cliq("access-token", Sandbox.DEFAULT_ACCESS_TOKEN)
                .start();
        cliq = Sandbox.builder()
                .organisation(Organisation.example()
                        .with(CliqFunction.of(
                                FUNCTION.name(),
                                server.uri(FUNCTION.executionUrl().getPath()).toString())))
                .clickKeys(ClickServer.KEY.pair())
                .clickTimeout(Duration.ofMinutes(2))
                .start();
        component().getDefaultAccount().setBaseUrl(cliq.baseUrl());
    }

    @AfterEach
    void stop() {
        server.close();
        cliq.close();
    }

    @Test
    void theLocalCliqCallsTheApplicationWhereItListensByDefault() {
        assertThat(FUNCTION.executionUrl())
                .hasHost("localhost")
                .hasPort(new HttpServerConfigurationProperties(new MainConfigurationProperties()).getPort())
                .hasPath(new CliqConfiguration().getPath());
    }

    private CamelContext camel() {
        return server.context();
    }

    private CliqComponent component() {
        return camel().getComponent("cliq", CliqComponent.class);
    }

    private ReceivedMessage propose() {
        camel().createProducerTemplate().requestBody("direct:propose", (Object) null);
        return cliq.messages().get(0);
    }

    private ClickOutcome approve(ReceivedMessage proposal, String remark) {
        return cliq.click(Click.on(proposal.id(), "approve").typing(remark));
    }

    @Test
    void withNothingButYamlAMessageIsClickedAndEditedAndAReceiptGoesToAnotherChat() throws Exception {
        PluginHelper.getRoutesLoader(camel())
                .loadRoutes(ResourceHelper.resolveResource(camel(), "classpath:webhook/round-trip.yaml"));
        ReceivedMessage proposal = propose();

        ClickOutcome outcome = approve(proposal, "go \"ahead\", it's {fine}\\");

        assertThat(outcome.shown().kind()).isEqualTo(Shown.Kind.EDIT);
        assertThat(outcome.shown().text()).isEqualTo("Approved by Scott, remark: go \"ahead\", it's {fine}\\");
        assertThat(cliq.messages()).extracting(ReceivedMessage::target).containsExactly("CT_budget", "CT_receipts");
        assertThat(cliq.messages().get(0).currentJson()).contains("Approved by Scott");
        assertThat(cliq.messages().get(1).json()).isEqualTo("{\"text\":\"Receipt: scott.fisher@zylker.com approved\"}");
    }

    @Test
    void theSameRouteInJavaDoesTheSame() throws Exception {
        camel().addRoutes(new EditExample());
        ObjectNode click = Clicks.sample("approve_q4_budget", Instant.now());
        ((ObjectNode) click.at("/params/target")).put("input", "go ahead");

        JsonNode output = server.post(click).output();

        assertThat(output.path("type").asText()).isEqualTo("message_edit");
        assertThat(output.path("text").asText()).isEqualTo("Approved by Scott, remark: go ahead");
        assertThat(cliq.messages()).extracting(ReceivedMessage::target).containsExactly("CT_receipts");
    }

    @Test
    void aClickIsACloudEventBesideItsAnswer() throws Exception {
        BlockingQueue<Exchange> events = new LinkedBlockingQueue<>();
        camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:events").process(events::add);
            }
        });
        PluginHelper.getRoutesLoader(camel())
                .loadRoutes(ResourceHelper.resolveResource(camel(), "classpath:webhook/cloud-event.yaml"));
        ObjectNode click = Clicks.sample("approve_q4_budget", Instant.now());

        JsonNode output = server.post(click).output();

        assertThat(output.path("text").asText()).isEqualTo("Thank you.");
        Message event = events.poll(1, TimeUnit.MINUTES).getMessage();
        assertThat(event.getHeaders())
                .containsEntry("CamelCloudEventID", event.getHeader("CamelCliqClickId"))
                .containsEntry("CamelCloudEventSource", "cliq:function/approve_q4_budget")
                .containsEntry("CamelCloudEventSubject", event.getHeader("CamelCliqChatId"))
                .containsEntry(
                        "CamelCloudEventTime",
                        Instant.ofEpochMilli(event.getHeader("CamelMessageTimestamp", Long.class))
                                .toString());
        assertThat(event.getBody(String.class)).isEqualTo(click.toString());
    }

    @Test
    void anAnswerThatComesLateMayBePostedToTheChat() throws Exception {
        CountDownLatch decided = new CountDownLatch(1);
        camel().addRoutes(deciding(decided));
        ReceivedMessage proposal = propose();

        assertThat(approve(proposal, "go ahead").shown().kind()).isEqualTo(Shown.Kind.BANNER);

        decided.countDown();

        await().untilAsserted(() -> assertThat(cliq.messages())
                .extracting(ReceivedMessage::currentJson)
                .anyMatch(json -> json.contains("Approved after all")));
    }

    @Test
    void aTemplateOfAllEndpointsMakesNoMessageOfALateAnswer() throws Exception {
        camel().getRegistry().bind("hinting", "{\"hint\": \"by the template\", * : .}");
        component().getConfiguration().setTemplate("ref:hinting");
        CountDownLatch decided = new CountDownLatch(1);
        camel().addRoutes(deciding(decided));
        ReceivedMessage proposal = propose();
        assertThat(proposal.json()).contains("by the template");
        approve(proposal, "go ahead");

        decided.countDown();

        await().untilAsserted(() -> assertThat(cliq.messages())
                .extracting(ReceivedMessage::currentJson)
                .anyMatch(json -> json.contains("Approved after all") && !json.contains("by the template")));
    }

    private static RouteBuilder deciding(CountDownLatch decided) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:propose")
                        .setBody(propose -> CliqMessage.text("Q4 budget: 500,000")
                                .button(Button.labelled("Approve Budget")
                                        .key("approve")
                                        .invoke("approve_q4_budget", "finance@zylker.com")
                                        .confirm(Confirmation.titled("Approve?")
                                                .input("A remark")
                                                .buttonLabel("Yes")))
                                .build())
                        .to("cliq:chat/CT_budget");
                from("cliq:function/approve_q4_budget?replyTimeout=100ms&lateReply=CHAT")
                        .process(exchange -> decided.await())
                        .setBody(constant("Approved after all"));
            }
        };
    }
}
