package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others send chooses no chat and no part of a message in the guide's routes, and does in others. */
class UntrustedTest {

    /** What a sender of another system says; camel-jms 4.18 takes these off only as {@code CamelCliq…}. */
    private static final Map<String, String> FOREIGN =
            Map.of("CAMELCLIQTARGET", "CT_FOREIGN", "CAMELCLIQTEXT", "Press this", "CAMELCLIQHINT", "of others");

    private final Sandbox cliq = Sandbox.builder().start();
    private CamelContext application;

    @TempDir
    private static Path folder;

    private static LocalBroker broker;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new LocalBroker(folder);
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @AfterEach
    void close() {
        application.stop();
        cliq.close();
    }

    @Test
    void aForeignSenderChoosesTheChatAndTheTextOfARouteThatReadsAllHeaders() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:queue:alerts?transacted=true").to("cliq:chat?bodyFormat=text");
            }
        });
        assumeTrue(application.getVersion().startsWith("4.18."), "camel-jms 4.22 takes off all spellings");

        send("alerts", "Disk full", FOREIGN);

        assertThatOnlyMessage("CT_FOREIGN", "{\"text\":\"Press this\",\"hint\":\"of others\"}");
    }

    @Test
    void aForeignSenderChoosesTheChatByTheHeaderThatTheRouteReadsAndNothingElse() throws Exception {
        run(new DeliveryExamples.Untrusted());

        send("alerts", "Disk full", FOREIGN, Map.of("chat", "CT_1"));

        assertThatOnlyMessage("CT_1", "{\"text\":\"Disk full\"}");
    }

    @Test
    void soItIsInYaml() throws Exception {
        run(new YamlRoutes("delivery/untrusted.yaml"));

        send("alerts", "Disk full", FOREIGN, Map.of("chat", "CT_1"));

        assertThatOnlyMessage("CT_1", "{\"text\":\"Disk full\"}");
    }

    @Test
    void aForeignSenderChoosesNoPartOfAnOrder() throws Exception {
        run(new DeliveryExamples.FromQueue());

        send("orders", "Order 4711", FOREIGN);

        assertThatOnlyMessage("orders", "{\"text\":\"Order 4711\"}");
    }

    @Test
    void camelResolvesPlaceholdersInADynamicUriAndNotInTheHeader() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic").recipientList(simple("cliq:chat/${header.chat}"));
                from("direct:header")
                        .setHeader("CamelCliqTarget", header("chat"))
                        .to("cliq:chat");
            }
        });
        String secret = System.getProperty("java.specification.version");
        String chat = "{{sys:java.specification.version}}";

        application.createProducerTemplate().sendBodyAndHeader("direct:dynamic", "Hello", "chat", chat);
        application.createProducerTemplate().sendBodyAndHeader("direct:header", "Hello", "chat", chat);

        assertThat(cliq.messages()).extracting(ReceivedMessage::target).containsExactly(secret, chat);
    }

    private void run(RouteBuilder route) throws Exception {
        application = OrdersApplication.start(route, cliq.baseUrl(), broker.url(), folder, configuration -> {});
    }

    @SafeVarargs
    private void send(String queue, String body, Map<String, String>... properties) {
        try (JMSContext jms = broker.connections().createContext()) {
            var producer = jms.createProducer();
            for (Map<String, String> some : properties) {
                some.forEach(producer::setProperty);
            }
            producer.send(jms.createQueue(queue), body);
        }
    }

    private void assertThatOnlyMessage(String target, String json) {
        await().atMost(Duration.ofMinutes(1)).until(() -> cliq.messages().size() == 1);
        assertThat(cliq.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.target()).isEqualTo(target))
                .satisfies(message -> assertThat(message.json()).isEqualTo(json));
    }
}
