package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.CircuitBreakers;
import io.github.camelcliq.CliqException;
import io.github.camelcliq.CliqThrottledException;
import io.github.camelcliq.message.json.MessageJson;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide's routes do what the guide says of them. */
class RouteExamplesTest {

    private enum Dsl {
        YAML,
        JAVA
    }

    private final List<String> reached = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
    private final List<LocalCliqApplication> running = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (LocalCliqApplication application : running) {
            application.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTargetMayVaryInTwoWays(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new RouteExamples.Posting());

        application.send("direct:to-the-header", "Hello", Map.of("chat", "CT_1"));
        application.send("direct:to-any-chat", "Hello", Map.of("chat", "CT_2"));

        assertThat(application.cliq().messages())
                .extracting(ReceivedMessage::target)
                .containsExactly("CT_1", "CT_2");
    }

    @ParameterizedTest
    @EnumSource
    void aBusinessObjectStaysTheBodyBesideAMessageOfHeaders(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new RouteExamples.Posting());

        Exchange exchange = application.send("direct:orders", RouteExamples.order());

        assertThat(exchange.getException()).isNull();
        assertThat(application.cliq().messages("orders"))
                .extracting(ReceivedMessage::json)
                .containsExactly(
                        "{\"text\":\"Order 4711 is waiting for its payment.\",\"card\":{\"title\":\"Zylker\"}}");
        assertThat(exchange.getMessage().getBody()).isEqualTo(RouteExamples.order());
        assertThat(reached).containsExactly("ship");
    }

    @ParameterizedTest
    @EnumSource
    void headersMakeTheSameMessageAsABuilder(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new RouteExamples.Budget());

        application.send("direct:budget", null);

        assertThat(application.cliq().messages("CT_1203304812000146098_55622663-B2"))
                .extracting(message -> new ObjectMapper().readTree(message.json()))
                .containsExactly(new ObjectMapper().readTree("""
                {"text": "The Q4 marketing budget is ready for review.",
                 "card": {"title": "Q4 Budget Proposal", "theme": "modern-inline"},
                 "buttons": [
                   {"label": "Approve Budget", "type": "+", "key": "approve_budget_q4",
                    "action": {"type": "invoke.function",
                               "data": {"name": "approve_q4_budget", "owner": "finance@zylker.com"},
                               "confirm": {"title": "Finalize Budget Approval", "input": "Enter approval remarks",
                                           "button_label": "Confirm Approval"}}}]}"""));
    }

    @Test
    void theJsonOfAMessageIsTheBodyOfARoute() throws Exception {
        LocalCliqApplication application = start();
        application.addRoutes(new YamlRoutes("recipes/retrospective.yaml"));

        application.send("direct:retrospective", null);

        assertThat(application.cliq().messages("builds"))
                .singleElement()
                .satisfies(
                        message -> assertThat(MessageJson.parse(message.json()).root())
                                .isEqualTo(MessageJson.toTree(
                                        MessageExamples.ALL.get("poll").get())));
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptNamesTheMessage(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new RouteExamples.Posting());

        Exchange exchange = application.send("direct:alerts", "Disk full");

        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelCliqStatus", 200)
                .containsEntry(
                        "CamelCliqMessageId",
                        application.cliq().messages().get(0).id());
    }

    @ParameterizedTest
    @EnumSource
    void anAlertThatIsTooLongIsPostedAndKept(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new RouteExamples.Alerts());

        application.send("direct:outages", "Disk full");
        assertThat(reached).isEmpty();

        Exchange exchange = application.send("direct:outages", "x".repeat(20_000));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).hasSize(20_000);
        assertThat(reached).containsExactly("archive");
        assertThat(application.cliq().messages("operations")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedMessageGoesToRepair(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new RouteExamples.Failures());

        Exchange exchange = application.send("direct:orders", Map.of("text", ""));

        assertThat(exchange.getException()).isNull();
        assertThat(reached).containsExactly("repair");
        assertThat(application.cliq().requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongTokenGoesToTheOperatorsAtOnce(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new RouteExamples.Failures());
        application.cliq().answerNext(401, null, "");

        application.send("direct:orders", "Hello");

        assertThat(reached).containsExactly("operators");
        assertThat(statuses(application.cliq())).containsExactly(401);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatCliqMayHaveIsNotPostedAgain(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new RouteExamples.Failures());
        application.cliq().answerNext(ScriptedAnswer.hangUp());

        application.send("direct:orders", "Hello");

        assertThat(reached).containsExactly("operators");
        assertThat(statuses(application.cliq())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aCliqThatIsNotReachedIsTriedAgain(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new RouteExamples.Failures());
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
        List<LocalCliqApplication> applications = new ArrayList<>();
        for (Dsl dsl : Dsl.values()) {
            applications.add(start(dsl, new RouteExamples.Failures()));
            applications.add(start(dsl, new DeliveryExamples.Redelivery()));
        }
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

    @ParameterizedTest
    @EnumSource
    void aLockThatStaysDoesNotSlowDownWhatComesNext(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new RouteExamples.Failures());
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

    @ParameterizedTest
    @EnumSource
    void aMessageThatBreaksRulesIsADeadLetterWithAllOfIt(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new DeliveryExamples.Redelivery());
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

    @ParameterizedTest
    @EnumSource
    void whatCliqMayHaveIsNotPostedAgain(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new DeliveryExamples.Redelivery());
        application.cliq().answerNext(503, null, "");

        application.send("direct:orders", "Hello");

        assertThat(reached).containsExactly("undecided");
        assertThat(application.cliq().requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsWhileTheApplicationStopsFailsAndIsNoDeadLetter(Dsl dsl) throws Exception {
        LocalCliqApplication application = start();
        application.account().setPostsPerWindow(1);
        add(application, dsl, new DeliveryExamples.Redelivery());
        application.send("direct:orders", "first");
        Future<Exchange> second = application.sendAsync("direct:orders", "second");
        await().until(() -> application.inFlight() == 1);

        application.stop();

        Exchange exchange = second.get(1, TimeUnit.MINUTES);
        assertThat(exchange.getException()).isInstanceOf(CliqException.class).hasMessageContaining("stopping");
        assertThat(reached).isEmpty();
        assertThat(application.cliq().requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aNoticeHasNothingOfTheMessageThatFailed(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new DeliveryExamples.Notice());

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

    @ParameterizedTest
    @EnumSource
    void aCliqThatIsDownGetsNoMorePosts(Dsl dsl) throws Exception {
        CircuitBreakers.assumeThatTheyAreThere();
        LocalCliqApplication application = start(dsl, new DeliveryExamples.Breaker());
        for (int attempt = 1; attempt <= 5; attempt++) {
            application.cliq().answerNext(503, null, "");
            application.send("direct:orders", "Hello");
        }

        application.send("direct:orders", "Hello");

        assertThat(application.cliq().requests()).hasSize(5);
        assertThat(reached).hasSize(6).containsOnly("later");
    }

    @ParameterizedTest
    @EnumSource
    void messagesThatAreWrongDoNotStopTheOthers(Dsl dsl) throws Exception {
        CircuitBreakers.assumeThatTheyAreThere();
        LocalCliqApplication application = start(dsl, new DeliveryExamples.Breaker());
        for (int attempt = 1; attempt <= 5; attempt++) {
            application.send("direct:orders", Map.of("text", ""));
        }

        application.send("direct:orders", "Hello");

        assertThat(application.cliq().messages("orders")).hasSize(1);
        assertThat(reached).hasSize(5).containsOnly("repair");
    }

    @ParameterizedTest
    @EnumSource
    void anEventThatComesTwiceIsPostedOnce(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new DeliveryExamples.Once());

        application.send("direct:orders", "Hello", Map.of("orderId", "4711"));
        application.send("direct:orders", "Hello", Map.of("orderId", "4711"));
        application.cliq().answerNext(503, null, "");
        application.send("direct:orders", "Hello", Map.of("orderId", "4712"));
        application.send("direct:orders", "Hello", Map.of("orderId", "4712"));

        assertThat(statuses(application.cliq())).containsExactly(204, 503);
    }

    @ParameterizedTest
    @EnumSource
    void aReportMayWaitLonger(Dsl dsl) throws Exception {
        LocalCliqApplication application = start(dsl, new DeliveryExamples.Patient());

        application.send("direct:reports", "Hello");

        assertThat(application.cliq().messages("reports")).hasSize(1);
    }

    @Test
    void theYamlOfTheGuideIsARoute() throws Exception {
        for (Page page : Page.all()) {
            for (String yaml : page.code("yaml")) {
                // what starts from a click needs a server: ClickRoundTripTest runs it;
                // what names a pool needs its profile: RedeliveryPoolTest runs it;
                // what reads from a queue needs a broker: UntrustedTest and SourcesTest run it;
                // what reads from a folder would make the folder: SourcesTest runs it;
                // what takes events needs a server: the tests of the examples run it;
                // what has a circuit breaker needs a library, not there in each version: tests above run it
                if (!yaml.contains("uri: cliq:function/")
                        && !yaml.contains("executorServiceRef")
                        && !yaml.contains("uri: jms:")
                        && !yaml.contains("uri: file:")
                        && !yaml.contains("uri: platform-http:")
                        && !yaml.contains("circuitBreaker:")) {
                    // credentials of the environment are not here
                    start().addYaml(yaml.replaceAll("\\{\\{env:(\\w+)}}", "$1"));
                }
            }
        }
    }

    private LocalCliqApplication start(Dsl dsl, RouteBuilder java) throws Exception {
        LocalCliqApplication application = start();
        add(application, dsl, java);
        return application;
    }

    /** Adds the routes of an example, or those in the file of the same name. */
    private static void add(LocalCliqApplication application, Dsl dsl, RouteBuilder java) throws Exception {
        if (dsl == Dsl.JAVA) {
            application.addRoutes(java);
        } else {
            // in an application it is a property: delivery/redelivery.properties
            application.addThreadPool("redelivery", 10_000);
            application.addRoutes(YamlRoutes.of(java.getClass()));
        }
    }

    private LocalCliqApplication start() throws Exception {
        LocalCliqApplication application = new LocalCliqApplication();
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
