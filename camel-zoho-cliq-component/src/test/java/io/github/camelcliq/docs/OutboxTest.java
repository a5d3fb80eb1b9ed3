package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.message.Button;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages with cards, buttons and a target cross a broker, whose header filter drops all headers of the component. */
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Map<String, Object> MESSAGE = Map.of(
            "CamelCliqTarget", "announcements",
            "CamelCliqCardTitle", "Grüße aus Köln",
            "CamelCliqButtons",
                    List.of(Button.labelled("Open")
                            .open("https://zylker.com/4711")
                            .build()));

    private static final String JSON = "{\"text\":\"Order 4711\",\"card\":{\"title\":\"Grüße aus Köln\"},"
            + "\"buttons\":[{\"label\":\"Open\",\"type\":\"+\",\"action\":{\"type\":\"open.url\",\"data\":{\"web\":\"https://zylker.com/4711\"}}}]}";

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

    static List<RouteBuilder> outboxes() {
        return List.of(new DeliveryExamples.Outbox(), new YamlRoutes("delivery/outbox.yaml"));
    }

    static List<RouteBuilder> deadLetterQueues() {
        return List.of(new DeliveryExamples.DeadLetterQueue(), new YamlRoutes("delivery/dead-letter-queue.yaml"));
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void aMessageCrossesTheBrokerWithAllItsPartsAndItsTarget(RouteBuilder outbox) throws Exception {
        run(outbox);

        announce("Order 4711", MESSAGE);

        assertThatTheMessageIsPostedFrom("outbox");
    }

    /** The headers do not cross the broker: without the data type the text alone arrives, and no target. */
    @Test
    void withoutTheDataTypeTheTextAloneCrossesTheBroker() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:announce").to("jms:queue:plain?exchangePattern=InOnly");
            }
        });

        announce("Order 4711", MESSAGE);

        Message received = receive("plain");
        assertThat(received.getBody(String.class)).isEqualTo("Order 4711");
        assertThat(Collections.list(received.getPropertyNames()))
                .noneMatch(name -> String.valueOf(name).startsWith("Camel"));
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void aWrongMessageFailsBeforeTheBrokerHasIt(RouteBuilder outbox) throws Exception {
        run(outbox);

        // a consumer that is stopped while it connects takes five seconds
        await().atMost(PATIENCE).until(() -> broker.consumers("outbox") > 0);

        Exchange exchange = announce("", Map.of("CamelCliqTarget", "announcements"));

        assertThat(exchange.getException()).hasMessageStartingWith("Message to chat breaks 1 rule: /text");
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void aForeignSenderChangesNoPartOfAMessage(RouteBuilder outbox) throws Exception {
        run(outbox);

        try (JMSContext jms = broker.connections().createContext()) {
            jms.createProducer()
                    .setProperty("CAMELCLIQTARGET", "foreign")
                    .setProperty("CAMELCLIQTEXT", "Press this")
                    .setProperty("cliqTarget", "announcements")
                    .send(jms.createQueue("outbox"), JSON);
        }

        assertThatTheMessageIsPostedFrom("outbox");
    }

    @ParameterizedTest
    @MethodSource("deadLetterQueues")
    void aMessageThatCliqRefusesIsADeadLetterAndIsPostedOnceSomebodyDecides(RouteBuilder deadLetters) throws Exception {
        run(deadLetters, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:repair").to("mock:repair");
            }
        });
        cliq.answerNext(ScriptedAnswer.of(404, null, ""));

        Exchange exchange = announce("Order 4711", MESSAGE);

        assertThat(exchange.getException()).isNull();
        assertThat(cliq.messages()).isEmpty();
        assertThat(broker.messages("dead")).isOne();
        application.getRouteController().startRoute("replay");
        assertThatTheMessageIsPostedFrom("dead");
    }

    /** The queue is empty once the consumer has committed, so that a stop gives no message back to it. */
    private void assertThatTheMessageIsPostedFrom(String queue) {
        await().atMost(PATIENCE).until(() -> cliq.messages().size() == 1 && broker.messages(queue) == 0);
        assertThat(cliq.messages("announcements"))
                .extracting(ReceivedMessage::json)
                .containsExactly(JSON);
    }

    private Message receive(String queue) {
        try (JMSContext jms = broker.connections().createContext()) {
            return jms.createConsumer(jms.createQueue(queue)).receive(PATIENCE.toMillis());
        }
    }

    private Exchange announce(String body, Map<String, Object> headers) {
        return application.createProducerTemplate().send("direct:announce", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().getHeaders().putAll(headers);
        });
    }

    private void run(RouteBuilder... routes) throws Exception {
        application = OrdersApplication.start(routes[0], cliq.baseUrl(), broker.url(), folder, configuration -> {});
        for (int more = 1; more < routes.length; more++) {
            application.addRoutes(routes[more]);
        }
    }
}
