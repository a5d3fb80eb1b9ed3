package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.CircuitBreakers;
import io.github.camelcliq.CliqException;
import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The guide's routes about delivery do what the guide says of them. */
class DeliveryExamplesTest {

    private final List<String> reached = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
    private final List<LocalCliqApplication> running = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (LocalCliqApplication application : running) {
            application.close();
        }
    }

    @Test
    void aMessageThatBreaksRulesIsADeadLetterWithAllOfIt() throws Exception {
        LocalCliqApplication application = start(new DeliveryExamples.Redelivery());
        Map<String, Object> message = Map.of("CamelCliqText", "Hello", "CamelCliqButtons", "[");

        Exchange exchange = application.send("direct:orders", null, message);

        assertThat(exchange.getException()).isNull();
        assertThat(reached).containsExactly("repair");
        assertThat(headers).singleElement().satisfies(kept -> assertThat(kept).containsAllEntriesOf(message));
    }

    @Test
    void aThrottleIsWaitedForAsLongAsCliqAsks() throws Exception {
        LocalCliqApplication application = start(new DeliveryExamples.Redelivery());
        application.cliq().answerNext(ScriptedAnswer.of(429, null, "").header("Retry-After", "2"));

        Exchange exchange = application.send("direct:orders", "Hello");

        assertThat(exchange.getException()).isNull();
        assertThat(reached).isEmpty();
        List<JournalEntry> requests = application.cliq().requests();
        assertThat(requests).extracting(JournalEntry::status).containsExactly(429, 204);
        assertThat(Duration.between(requests.get(0).time(), requests.get(1).time()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1900));
    }

    @Test
    void aSecondAccountIsABean() throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            for (String option : List.of("refreshToken", "clientId", "clientSecret")) {
                camel.getPropertiesComponent().addInitialProperty("eu." + option, "of the EU");
            }
            camel.addRoutes(new DeliveryExamples.SecondAccount());

            // without credentials of the account the route does not start
            assertThatNoException().isThrownBy(camel::start);
        }
    }

    @Test
    void whatCliqMayHaveIsNotPostedAgain() throws Exception {
        LocalCliqApplication application = start(new DeliveryExamples.Redelivery());
        application.cliq().answerNext(503, null, "");

        application.send("direct:orders", "Hello");

        assertThat(reached).containsExactly("undecided");
        assertThat(application.cliq().requests()).hasSize(1);
    }

    @Test
    void whatWaitsWhileTheApplicationStopsFailsAndIsNoDeadLetter() throws Exception {
        LocalCliqApplication application = start();
        application.account().setPostsPerWindow(1);
        application.addRoutes(new DeliveryExamples.Redelivery());
        application.send("direct:orders", "first");
        Future<Exchange> second = application.sendAsync("direct:orders", "second");
        await().until(() -> application.inFlight() == 1);

        application.stop();

        Exchange exchange = second.get(10, TimeUnit.SECONDS);
        assertThat(exchange.getException()).isInstanceOf(CliqException.class).hasMessageContaining("stopping");
        assertThat(reached).isEmpty();
        assertThat(application.cliq().requests()).hasSize(1);
    }

    @Test
    void aNoticeHasNothingOfTheMessageThatFailed() throws Exception {
        LocalCliqApplication application = start(new DeliveryExamples.Notice());

        Exchange exchange = application.send(
                "direct:orders",
                null,
                Map.of("CamelCliqText", "Order 4711", "CamelCliqHint", "of today", "CamelCliqButtons", "["));

        assertThat(exchange.getException()).isNull();
        assertThat(reached).containsExactly("repair");
        assertThat(headers)
                .singleElement()
                .satisfies(kept -> assertThat(kept).containsEntry("CamelCliqText", "Order 4711"));
        assertThat(application.cliq().messages("operations"))
                .extracting(ReceivedMessage::json)
                .singleElement()
                .asString()
                .startsWith("{\"text\":\"A message was not sent. Message to channel/orders breaks 1 rule: /buttons")
                .doesNotContain("Order 4711", "of today");
    }

    @Test
    void aCliqThatIsDownGetsNoMorePosts() throws Exception {
        CircuitBreakers.assumeThatTheyAreThere();
        LocalCliqApplication application = start(new DeliveryExamples.Breaker());
        for (int attempt = 1; attempt <= 5; attempt++) {
            application.cliq().answerNext(503, null, "");
            application.send("direct:orders", "Hello");
        }

        application.send("direct:orders", "Hello");

        assertThat(application.cliq().requests()).hasSize(5);
        assertThat(reached).hasSize(6).containsOnly("later");
    }

    @Test
    void messagesThatAreWrongDoNotStopTheOthers() throws Exception {
        CircuitBreakers.assumeThatTheyAreThere();
        LocalCliqApplication application = start(new DeliveryExamples.Breaker());
        for (int attempt = 1; attempt <= 5; attempt++) {
            application.send("direct:orders", Map.of("text", ""));
        }

        application.send("direct:orders", "Hello");

        assertThat(application.cliq().messages("orders")).hasSize(1);
        assertThat(reached).hasSize(5).containsOnly("repair");
    }

    @Test
    void anEventThatComesTwiceIsPostedOnce() throws Exception {
        LocalCliqApplication application = start(new DeliveryExamples.Once());

        application.send("direct:orders", "Hello", Map.of("orderId", "4711"));
        application.send("direct:orders", "Hello", Map.of("orderId", "4711"));
        application.cliq().answerNext(503, null, "");
        application.send("direct:orders", "Hello", Map.of("orderId", "4712"));
        application.send("direct:orders", "Hello", Map.of("orderId", "4712"));

        assertThat(application.cliq().requests())
                .extracting(JournalEntry::status)
                .containsExactly(204, 503);
    }

    @Test
    void aReportMayWaitLonger() throws Exception {
        LocalCliqApplication application = start(new DeliveryExamples.Patient());

        application.send("direct:reports", "Hello");

        assertThat(application.cliq().messages("reports")).hasSize(1);
    }

    private LocalCliqApplication start(RouteBuilder... routes) throws Exception {
        LocalCliqApplication application = new LocalCliqApplication(routes);
        running.add(application);
        for (String step : List.of("repair", "later", "undecided")) {
            application.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:" + step).process(exchange -> {
                        reached.add(step);
                        headers.add(Map.copyOf(exchange.getMessage().getHeaders()));
                    });
                }
            });
        }
        return application;
    }
}
