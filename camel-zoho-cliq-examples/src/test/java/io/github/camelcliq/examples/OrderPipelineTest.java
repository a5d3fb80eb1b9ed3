package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import io.github.camelcliq.sandbox.click.Click;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example order-pipeline, by the commands of its section. */
class OrderPipelineTest {

    private static final Map<String, String> QUICK =
            Map.of("camel.component.jms.recovery-interval", "100", "camel.component.jms.receive-timeout", "100");

    private static final String NOTHING = "Posted: 0. Failed again: 0.";

    private static StartedExample example;

    @BeforeAll
    static void start() throws IOException {
        Path earlierRun = Path.of("target", "order-pipeline");
        if (Files.exists(earlierRun)) {
            try (Stream<Path> files = Files.walk(earlierRun)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        example = StartedExample.start("order-pipeline", QUICK);
    }

    @AfterAll
    static void close() {
        example.close();
    }

    @BeforeEach
    void forgetMessages() {
        example.cliq().reset();
    }

    @Test
    void anOrderThatCliqRefusesIsADeadLetterAndIsPostedAfterAClick() throws Exception {
        assertThat(example.curl(0).statusCode()).isEqualTo(202);
        example.cliq().awaitMessages(1, StartedExample.MAX_WAIT);
        assertThat(example.messages("orders")).singleElement().satisfies(order -> {
            assertThat(text(order)).isEqualTo("Order 4711: 3 × Desk, oak");
            assertThat(order.at("/card/title").asText()).isEqualTo("Zylker Furniture");
        });

        assertThat(example.curl(1).statusCode()).isEqualTo(200);
        // and then Cliq is down: the notice comes later
        example.cliq().faults().next(1, Fault.htmlPage(502));
        assertThat(example.curl(0).statusCode()).isEqualTo(202);
        ReceivedMessage notice =
                example.cliq().awaitMessages(2, StartedExample.MAX_WAIT).get(1);
        assertThat(notice.target()).isEqualTo("operations");
        assertThat(notice.json()).contains("Order 4711: 3 × Desk, oak is a dead letter.");

        example.cliq().answerNext(ScriptedAnswer.of(404, null, ""));
        assertThat(clickUntilItPosts(notice)).isEqualTo("Posted: 0. Failed again: 1.");
        assertThat(clickUntilItPosts(notice)).isEqualTo("Posted: 1. Failed again: 0.");
        assertThat(example.messages("orders"))
                .hasSize(2)
                .allMatch(example.messages("orders").get(0)::equals);
        assertThat(click(notice)).isEqualTo(NOTHING);
    }

    @Test
    void anOrderThatMakesNoCorrectMessageIsRefused() throws Exception {
        HttpResponse<String> answer = order(4712, "x".repeat(20_000));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/text: at most 10,000 characters");
        example.assertRefused("/orders", "[]", "no JSON", "");
        assertThat(example.cliq().requests()).isEmpty();
    }

    @Test
    void ordersOutliveTheBrokerAndTheApplication() throws Exception {
        example.cliq().goOffline();
        assertThat(order(1, "Desk").statusCode()).isEqualTo(202);
        assertThat(order(2, "Desk").statusCode()).isEqualTo(202);

        ActiveMQServer broker = example.example()
                .context()
                .getRegistry()
                .findSingleByType(EmbeddedActiveMQ.class)
                .getActiveMQServer();
        broker.stop();
        assertThat(order(3, "Desk").statusCode()).isEqualTo(500);
        broker.start();
        assertThat(broker.waitForActivation(StartedExample.MAX_WAIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(order(4, "Desk").statusCode()).isEqualTo(202);
        example.close();

        example = StartedExample.start("order-pipeline", QUICK);
        assertThat(order(5, "Desk").statusCode()).isEqualTo(202);
        example.cliq().goOnline();
        example.cliq().awaitMessages(4, StartedExample.MAX_WAIT);
        assertThat(example.messages("orders"))
                .extracting(OrderPipelineTest::text)
                .containsExactlyInAnyOrder(
                        "Order 1: 1 × Desk", "Order 2: 1 × Desk", "Order 4: 1 × Desk", "Order 5: 1 × Desk");
    }

    private static HttpResponse<String> order(int number, String article) throws Exception {
        String order = """
                {"number": %d, "channel": "orders", "customer": "Zylker", "article": "%s", "quantity": 1}
                """.formatted(number, article);
        return example.post("/orders", order.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JsonNode message) {
        return message.get("text").asText();
    }

    /**
     * Presses "Post again" until the click finds the dead letter, and returns the answer. On a busy machine a click may
     * not get it in time.
     */
    private static String clickUntilItPosts(ReceivedMessage notice) {
        return assertTimeoutPreemptively(
                StartedExample.MAX_WAIT,
                () -> Stream.generate(() -> click(notice))
                        .dropWhile(NOTHING::equals)
                        .findFirst()
                        .orElseThrow());
    }

    /** Presses "Post again", and returns the answer. */
    private static String click(ReceivedMessage notice) {
        return example.cliq().click(Click.on(notice.id(), "replay")).shown().text();
    }
}
