package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.CircuitBreakers;
import io.github.camelcliq.CliqException;
import io.github.camelcliq.CliqThrottledException;
import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
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

/** The guide's routes do what the guide says of them. */
class RouteExamplesTest {

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
    void theTargetMayVaryInTwoWays() throws Exception {
        LocalCliqApplication application = start(new RouteExamples.Posting());

        application.send("direct:to-the-header", "Hello", Map.of("chat", "CT_1"));
        application.send("direct:to-any-chat", "Hello", Map.of("chat", "CT_2"));

        assertThat(application.cliq().messages())
                .extracting(ReceivedMessage::target)
                .containsExactly("CT_1", "CT_2");
    }

    @Test
    void aBusinessObjectStaysTheBodyBesideAMessageOfHeaders() throws Exception {
        LocalCliqApplication application = start(new RouteExamples.Posting());

        Exchange exchange = application.send("direct:orders", RouteExamples.order());

        assertThat(exchange.getException()).isNull();
        assertThat(application.cliq().messages("orders"))
                .extracting(ReceivedMessage::json)
                .containsExactly(
                        "{\"text\":\"Order 4711 is waiting for its payment.\",\"card\":{\"title\":\"Zylker\"}}");
        assertThat(exchange.getMessage().getBody()).isEqualTo(RouteExamples.order());
        assertThat(reached).containsExactly("ship");
    }

    @Test
    void aReceiptNamesTheMessage() throws Exception {
        LocalCliqApplication application = start(new RouteExamples.Posting());

        Exchange exchange = application.send("direct:alerts", "Disk full");

        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelCliqStatus", 200)
                .containsEntry(
                        "CamelCliqMessageId",
                        application.cliq().messages().get(0).id());
    }

    @Test
    void anAlertThatIsTooLongIsPostedAndKept() throws Exception {
        LocalCliqApplication java = start(new RouteExamples.Alerts());
        LocalCliqApplication yaml = start();
        yaml.addYaml(Page.of("posting.md").code("yaml").get(1));

        for (LocalCliqApplication application : List.of(java, yaml)) {
            application.send("direct:outages", "Disk full");
            assertThat(reached).isEmpty();

            Exchange exchange = application.send("direct:outages", "x".repeat(20_000));

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody(String.class)).hasSize(20_000);
            assertThat(reached).containsExactly("archive");
            assertThat(application.cliq().messages("operations")).hasSize(2);
            reached.clear();
        }
    }

    @Test
    void aRefusedMessageGoesToRepair() throws Exception {
        LocalCliqApplication application = start(new RouteExamples.Failures());

        Exchange exchange = application.send("direct:orders", Map.of("text", ""));

        assertThat(exchange.getException()).isNull();
        assertThat(reached).containsExactly("repair");
        assertThat(application.cliq().requests()).isEmpty();
    }

    @Test
    void aWrongTokenGoesToTheOperatorsAtOnce() throws Exception {
        LocalCliqApplication application = start(new RouteExamples.Failures());
        application.cliq().answerNext(401, null, "");

        application.send("direct:orders", "Hello");

        assertThat(reached).containsExactly("operators");
        assertThat(statuses(application.cliq())).containsExactly(401);
    }

    @Test
    void aMessageThatCliqMayHaveIsNotPostedAgain() throws Exception {
        LocalCliqApplication application = start(new RouteExamples.Failures());
        application.cliq().answerNext(ScriptedAnswer.hangUp());

        application.send("direct:orders", "Hello");

        assertThat(reached).containsExactly("operators");
        assertThat(statuses(application.cliq())).hasSize(1);
    }

    @Test
    void aCliqThatIsNotReachedIsTriedAgain() throws Exception {
        LocalCliqApplication application = start(new RouteExamples.Failures());
        int port = application.cliq().port();
        application.cliq().close();
        List<Sandbox> back = new CopyOnWriteArrayList<>();
        application.beforeRedelivery(() -> back.add(Sandbox.builder().port(port).start()));

        Exchange exchange = application.send("direct:orders", "Hello");

        assertThat(exchange.getException()).isNull();
        assertThat(reached).isEmpty();
        assertThat(back).singleElement().satisfies(cliq -> {
            assertThat(cliq.messages("orders")).hasSize(1);
            cliq.close();
        });
    }

    @Test
    void aLockIsWaitedForAsLongAsCliqAsks() throws Exception {
        List<LocalCliqApplication> applications =
                List.of(start(new RouteExamples.Failures()), start(new DeliveryExamples.Redelivery()));
        List<Future<Exchange>> sent = new ArrayList<>();
        for (LocalCliqApplication application : applications) {
            application.cliq().answerNext(ScriptedAnswer.of(429, null, "").header("Retry-After", "2"));
            sent.add(application.sendAsync("direct:orders", "Hello"));
        }

        for (Future<Exchange> exchange : sent) {
            assertThat(exchange.get(1, TimeUnit.MINUTES).getException()).isNull();
        }
        assertThat(reached).isEmpty();
        for (LocalCliqApplication application : applications) {
            assertThat(statuses(application.cliq())).containsExactly(429, 204);
            List<JournalEntry> requests = application.cliq().requests();
            assertThat(Duration.between(requests.get(0).time(), requests.get(1).time()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(1900));
        }
    }

    @Test
    void aLockThatStaysDoesNotSlowDownWhatComesNext() throws Exception {
        LocalCliqApplication application = start(new RouteExamples.Failures());
        for (int attempt = 1; attempt <= 3; attempt++) {
            application.cliq().answerNext(ScriptedAnswer.of(429, null, "").header("Retry-After", "0"));
        }

        Exchange exchange = application.send("direct:orders", "Hello");

        assertThat(reached).containsExactly("later");
        assertThat(statuses(application.cliq())).containsExactly(429, 429, 429);
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(Exchange.REDELIVERY_DELAY);
    }

    @Test
    void theHeadersOfTheMessageAreThereAfterAFailure() throws Exception {
        LocalCliqApplication application = start();
        application.cliq().answerNext(429, null, "");

        Exchange exchange = application.send("cliq:channel/orders", null, Map.of("CamelCliqText", "Hello"));

        assertThat(exchange.getException()).isInstanceOf(CliqThrottledException.class);
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelCliqText", "Hello");
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

        Exchange exchange = second.get(1, TimeUnit.MINUTES);
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

        assertThat(statuses(application.cliq())).containsExactly(204, 503);
    }

    @Test
    void aReportMayWaitLonger() throws Exception {
        LocalCliqApplication application = start(new DeliveryExamples.Patient());

        application.send("direct:reports", "Hello");

        assertThat(application.cliq().messages("reports")).hasSize(1);
    }

    @Test
    void theYamlOfTheGuideIsARoute() throws Exception {
        for (Page page : Page.all()) {
            for (String yaml : page.code("yaml")) {
                // what starts from a click needs a server: ClickRoundTripTest runs it;
                // what names a pool needs its profile: RedeliveryPoolTest runs it;
                // what reads from a queue needs a broker: UntrustedTest runs it;
                // what takes events needs a server: ClickSilenceTest runs it
                if (!yaml.contains("uri: cliq:function/")
                        && !yaml.contains("executorServiceRef")
                        && !yaml.contains("uri: jms:")
                        && !yaml.contains("uri: platform-http:")) {
                    // credentials of the environment are not here
                    start().addYaml(yaml.replaceAll("\\{\\{env:(\\w+)}}", "$1"));
                }
            }
        }
    }

    private LocalCliqApplication start(RouteBuilder... routes) throws Exception {
        LocalCliqApplication application = new LocalCliqApplication(routes);
        running.add(application);
        for (String step : List.of("ship", "repair", "operators", "later", "archive", "undecided")) {
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

    private static List<Integer> statuses(Sandbox cliq) {
        return cliq.requests().stream().map(JournalEntry::status).toList();
    }
}
