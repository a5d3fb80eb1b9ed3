package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.CliqClients;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import io.github.camelcliq.sandbox.limits.Limits;
import jakarta.jms.JMSContext;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The guide's routes from a queue and from a folder lose no order when the application stops, or its JVM ends, midway;
 * the routes that the guide warns of do. Each build shows one case of each kind, and {@code -Plong} all of them.
 */
class SourcesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LONG = "long";
    private static final String WHY_LONG = "takes seconds; -Plong runs it";
    private static final int ORDERS = 20;

    /** Orders that are posted before the application ends. */
    private static final int POSTED = 5;

    /** As many as the routes from a queue have consumers. */
    private static final int CONSUMERS = 4;

    private final Sandbox cliq = Sandbox.builder().limits(Limits.OFF).start();

    @TempDir
    private Path folder;

    private final List<CamelContext> running = new ArrayList<>();
    private Path orders;

    @TempDir
    private static Path ofTheBroker;

    private static LocalBroker broker;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new LocalBroker(ofTheBroker);
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @BeforeEach
    void start() throws Exception {
        orders = Files.createDirectory(folder.resolve("orders"));
    }

    @AfterEach
    void close() throws Exception {
        running.forEach(CamelContext::stop);
        broker.empty("orders");
        cliq.close();
    }

    static Stream<Class<? extends RoutesBuilder>> allRoutesOfTheGuide() {
        return Stream.of(
                DeliveryExamples.FromQueue.class,
                DeliveryExamples.OnceFromQueue.class,
                DeliveryExamples.FromFolder.class);
    }

    static Stream<Class<? extends RoutesBuilder>> routesOfTheGuide() {
        return Boolean.getBoolean(LONG)
                ? allRoutesOfTheGuide()
                : allRoutesOfTheGuide().limit(1);
    }

    @ParameterizedTest
    @MethodSource("routesOfTheGuide")
    void aStopMidwayLosesNothing(Class<? extends RoutesBuilder> route) throws Exception {
        give(ORDERS);

        stopMidway(route, isFromFolder(route) ? ORDERS - POSTED : CONSUMERS);

        postTheRest(route, ORDERS);
        assertThat(posted()).containsExactlyInAnyOrderElementsOf(orders(ORDERS));
    }

    @ParameterizedTest
    @MethodSource("allRoutesOfTheGuide")
    @EnabledIfSystemProperty(named = LONG, matches = "true", disabledReason = WHY_LONG)
    void aStopWhileRedeliveriesWaitLosesNothing(Class<? extends RoutesBuilder> route) throws Exception {
        give(ORDERS);
        cliq.answerNext(ScriptedAnswer.of(429, null, "").header("Retry-After", "600"));
        CamelContext application = start(route, configuration -> {});
        await().atMost(PATIENCE)
                .until(() -> cliq.requests().size() == 1
                        && application.getInflightRepository().size() == (isFromFolder(route) ? ORDERS : CONSUMERS));

        application.getShutdownStrategy().setTimeout(1);
        application.getExecutorServiceManager().setShutdownAwaitTermination(100);
        application.stop();

        postTheRest(route, ORDERS);
        assertThat(posted()).containsExactlyInAnyOrderElementsOf(orders(ORDERS));
    }

    /** Its consumers acknowledge an order before the route has it. */
    static final class FromQueueWithoutTransaction extends RouteBuilder {
        @Override
        public void configure() {
            from("jms:queue:orders?concurrentConsumers=4").to("cliq:channel/orders");
        }
    }

    @Test
    void aStopMidwayLosesWhatIsUnderWayWithoutATransaction() throws Exception {
        give(ORDERS);

        stopMidway(FromQueueWithoutTransaction.class, CONSUMERS);

        CamelContext application = start(FromQueueWithoutTransaction.class, SourcesTest::unpaced);
        await().atMost(PATIENCE)
                .until(() -> broker.messages("orders") == 0
                        && application.getInflightRepository().size() == 0);
        application.stop();
        // a consumer may take one more order while it stops
        assertThat(posted()).hasSizeBetween(POSTED, ORDERS - CONSUMERS);
    }

    /** Its consumers do not even wait for the route. */
    static final class FromQueueWithAsyncConsumer extends RouteBuilder {
        @Override
        public void configure() {
            from("jms:queue:orders?asyncConsumer=true").to("cliq:channel/orders");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = "true", disabledReason = WHY_LONG)
    void aStopMidwayLosesAllThatWaitsWithAnAsyncConsumer() throws Exception {
        give(ORDERS);

        stopMidway(FromQueueWithAsyncConsumer.class, ORDERS - POSTED);

        assertThat(broker.messages("orders")).isZero();
    }

    @ParameterizedTest
    @MethodSource("routesOfTheGuide")
    void theEndOfTheJvmMidwayLosesNothingAndMayDoubleWhatIsUnderWay(Class<? extends RoutesBuilder> route)
            throws Exception {
        give(ORDERS);

        endJvmMidway(route);

        String unanswered = posted().get(POSTED);
        postTheRest(route, ORDERS);
        assertThat(posted())
                .containsAll(orders(ORDERS))
                .filteredOn(unanswered::equals)
                .as("posts of the order whose answer never came")
                .hasSize(2);
    }

    /** Its repository has an order before Cliq has it. */
    static final class EagerlyFromQueue extends RouteBuilder {
        @Override
        public void configure() {
            File posted = new File(getContext().resolvePropertyPlaceholders("{{orders}}"), "posted.txt");
            from("jms:queue:orders?transacted=true&concurrentConsumers=4")
                    .idempotentConsumer(
                            header("orderId"), FileIdempotentRepository.fileIdempotentRepository(posted, 10_000))
                    .to("cliq:channel/orders");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = "true", disabledReason = WHY_LONG)
    void theEndOfTheJvmMidwayLosesWhatIsUnderWayWithAnEagerRepository() throws Exception {
        give(ORDERS);

        endJvmMidway(EagerlyFromQueue.class);

        // one of the four had come to Cliq, the others waited for it
        int lost = CONSUMERS - 1;
        postTheRest(EagerlyFromQueue.class, ORDERS - lost);
        assertThat(broker.messages("orders")).isZero();
        assertThat(posted()).hasSize(ORDERS - lost);
    }

    @ParameterizedTest
    @MethodSource("allRoutesOfTheGuide")
    @EnabledIfSystemProperty(named = LONG, matches = "true", disabledReason = "takes a minute; -Plong runs it")
    void theEndsOfManyJvmsLoseNothing(Class<? extends RoutesBuilder> route) throws Exception {
        int many = 600;
        Random random = new Random(11);
        give(many);
        cliq.answerDelay(Duration.ofMillis(2));

        for (int end = 0; end < 10; end++) {
            int enough = cliq.messages().size() + 1 + random.nextInt(50);
            Process jvm = OrdersApplication.startJvm(route, cliq.baseUrl(), broker.url(), orders);
            try {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> cliq.messages().size() >= enough);
            } finally {
                jvm.destroyForcibly().waitFor();
            }
        }

        postTheRest(route, many);
        assertThat(posted()).containsAll(orders(many));
    }

    @ParameterizedTest
    @MethodSource("allRoutesOfTheGuide")
    void theSameInYamlPostsEachOrderOnce(Class<? extends RoutesBuilder> route) throws Exception {
        give(CONSUMERS);

        start(YamlRoutes.of(route), SourcesTest::unpaced);

        await().atMost(PATIENCE).until(() -> posted().size() == CONSUMERS);
        assertThat(posted()).containsExactlyInAnyOrderElementsOf(orders(CONSUMERS));
    }

    /** Puts orders into the queue, and into the folder. */
    private void give(int count) throws Exception {
        try (JMSContext jms = broker.connections().createContext()) {
            for (String order : orders(count)) {
                jms.createProducer().setProperty("orderId", order).send(jms.createQueue("orders"), order);
                Files.writeString(orders.resolve(order), order);
            }
        }
    }

    /** Posts some orders, and stops while others wait for their turn. */
    private void stopMidway(Class<? extends RoutesBuilder> route, int waiting) throws Exception {
        CamelContext application = start(route, component -> {
            component.getDefaultAccount().setPostsPerWindow(POSTED);
            // no turn comes before the stop, on a machine however slow
            component.getDefaultAccount().setPacingWindow(Duration.ofHours(1));
            component.getConfiguration().setMaximumWait(Duration.ofDays(1).toMillis());
        });
        // an exchange in flight may be one whose post Cliq has taken already, so those that wait are counted
        await().atMost(PATIENCE)
                .until(() -> posted().size() == POSTED
                        && CliqClients.of(application).get(0).figures().waiting() == waiting);

        application.stop();

        assertThat(posted()).hasSize(POSTED);
    }

    /** Posts some orders, and ends the JVM while one more is with Cliq and others wait for it. */
    private void endJvmMidway(Class<? extends RoutesBuilder> route) throws Exception {
        AtomicInteger posts = new AtomicInteger();
        cliq.faults()
                .when(post -> posts.incrementAndGet() > POSTED, Fault.hang().afterJudging());
        Process jvm = OrdersApplication.startJvm(route, cliq.baseUrl(), broker.url(), orders);
        try {
            await().atMost(PATIENCE)
                    .until(() -> cliq.faults().hanging() == 1 && (isFromFolder(route) || allAreBusy(route)));
        } finally {
            jvm.destroyForcibly().waitFor();
        }
        cliq.faults().clear();
        cliq.faults().release();
        assertThat(posted()).hasSize(POSTED + 1);
    }

    /** Whether the orders before have been taken off the queue, and, with an eager repository, the next are known. */
    private boolean allAreBusy(Class<? extends RoutesBuilder> route) throws Exception {
        return broker.messages("orders") == ORDERS - POSTED
                && (route != EagerlyFromQueue.class
                        || Files.readAllLines(orders.resolve("posted.txt")).size() == POSTED + CONSUMERS);
    }

    private void postTheRest(Class<? extends RoutesBuilder> route, int all) throws Exception {
        CamelContext application = start(route, SourcesTest::unpaced);
        await().atMost(PATIENCE).until(() -> posted().stream().distinct().count() == all);
        application.stop();
    }

    private static void unpaced(CliqComponent component) {
        component.getDefaultAccount().setPacing(false);
    }

    private CamelContext start(Class<? extends RoutesBuilder> route, Consumer<CliqComponent> options) throws Exception {
        return start(route.getDeclaredConstructor().newInstance(), options);
    }

    private CamelContext start(RoutesBuilder routes, Consumer<CliqComponent> options) throws Exception {
        CamelContext application = OrdersApplication.start(routes, cliq.baseUrl(), broker.url(), orders, options);
        running.add(application);
        return application;
    }

    private static boolean isFromFolder(Class<? extends RoutesBuilder> route) {
        return route == DeliveryExamples.FromFolder.class;
    }

    private static List<String> orders(int count) {
        return IntStream.range(0, count).mapToObj("order-%03d"::formatted).toList();
    }

    private List<String> posted() {
        return cliq.messages().stream()
                .map(ReceivedMessage::json)
                .map(json -> json.replaceAll(".*\"text\":\"(.*?)\".*", "$1"))
                .toList();
    }
}
