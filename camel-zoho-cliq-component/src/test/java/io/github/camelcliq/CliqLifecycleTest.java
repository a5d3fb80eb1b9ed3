package io.github.camelcliq;

import static io.github.camelcliq.PatientWaits.LONGEST;
import static io.github.camelcliq.PatientWaits.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.internal.account.AccountRegistry;
import io.github.camelcliq.internal.account.ReplyPool;
import io.github.camelcliq.internal.figures.AccountMonitor;
import io.github.camelcliq.internal.figures.Monitors;
import io.github.camelcliq.internal.figures.Outcome;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.StatefulService;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, stopping, and living beside others. */
class CliqLifecycleTest extends CliqTestSupport {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("route").to("cliq:chat/x");
            }
        };
    }

    @Test
    void aRouteThatIsStoppedAndStartedPostsAgainOverTheSameClient() throws Exception {
        post("direct:in", "one", Map.of());
        context().getRouteController().stopRoute("route");
        context().getRouteController().startRoute("route");
        post("direct:in", "two", Map.of());

        assertThat(sandbox.messages()).hasSize(2);
        assertThat(AccountRegistry.of(context()).size()).isEqualTo(1);
    }

    @Test
    void aContextThatIsStoppedAndStartedPostsAgain() throws Exception {
        // Camel forgets its components and beans when it stops
        String uri = "cliq:chat/x?account=local";
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            other.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to(uri);
                }
            });
            for (int start = 1; start <= 3; start++) {
                other.getRegistry().bind("local", local());
                other.start();
                other.createProducerTemplate().sendBody("direct:in", "Hello");
                other.stop();
            }
        }

        assertThat(sandbox.messages()).hasSize(3);
    }

    @Test
    void aContextThatIsStoppedAndStartedKeepsNothingOfItsEarlierLife() throws Exception {
        String uri = "cliq:chat/x?account=local";
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            other.getRegistry().bind("local", local());
            other.start();
            other.createProducerTemplate().sendBody(uri, "Hello");
            int before = other.getLifecycleStrategies().size();
            other.stop();
            other.getRegistry().bind("local", local());
            other.start();
            other.createProducerTemplate().sendBody(uri, "Hello");

            assertThat(other.getLifecycleStrategies()).hasSize(before);
        }
    }

    @Test
    void aContextThatIsSuspendedAndResumedPostsAgain() throws Exception {
        post("direct:in", "one", Map.of());
        context().suspend();
        context().resume();

        assertThat(post("direct:in", "two", Map.of()).getException()).isNull();
        assertThat(sandbox.messages()).hasSize(2);
    }

    @Test
    void aStoppedContextLeavesNoThreads() throws Exception {
        // the context of this class has its threads from its first post on
        template().sendBody("direct:in", "Hello");
        Set<Thread> before = threads();
        try (DefaultCamelContext other = contextOf(sandbox)) {
            other.createProducerTemplate().sendBody("cliq:chat/x", "Hello");
            assertThat(newThreads(before)).anyMatch(name -> name.contains("CliqReply"));
        }

        await().untilAsserted(() -> assertThat(newThreads(before))
                .noneMatch(name -> name.contains("CliqReply") || name.contains("vert.x")));
    }

    @Test
    void whatIsOnTheWireMayFinishWhenTheContextStops() throws Exception {
        sandbox.faults().next(Fault.hang());
        context().getShutdownStrategy().setTimeout(SECONDS);
        CompletableFuture<Exchange> late = template()
                .asyncSend("direct:in", exchange -> exchange.getMessage().setBody("Hello"));
        await().until(() -> sandbox.faults().hanging() == 1);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(context()::stop);
        await().until(() -> context().isStopping());
        assertThat(late).isNotDone();
        sandbox.faults().release();

        assertThat(stopped).succeedsWithin(LONGEST);
        assertThat(late)
                .isCompletedWithValueMatching(exchange -> exchange.getException() == null
                        && exchange.getMessage().getHeader(CliqConstants.STATUS) != null);
    }

    @Test
    void whatIsOnTheWireWhenTheContextIsStoppedByForceIsSettledToo() throws Exception {
        sandbox.faults().next(Fault.hang());
        context().getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        context().getShutdownStrategy().setTimeout(100);
        CompletableFuture<Exchange> late = template()
                .asyncSend("direct:in", exchange -> exchange.getMessage().setBody("Hello"));
        await().until(() -> sandbox.faults().hanging() == 1);

        context().stop();

        await().until(late::isDone);
        assertThat(late.get().getException()).isInstanceOf(CliqUnavailableException.class);
    }

    @Test
    void componentsOfOneContextAreIsolatedByTheirAccounts() throws Exception {
        try (Sandbox eu = Sandbox.builder().accessToken("eu-token").start()) {
            CliqComponent second = new CliqComponent();
            second.getDefaultAccount().setBaseUrl(eu.baseUrl());
            second.getDefaultAccount().setAccessToken("eu-token");
            second.getConfiguration().setSyncMessage(true);
            context().addComponent("cliq-eu", second);

            post("cliq:chat/x", "US", Map.of());
            post("cliq-eu:chat/x", "EU", Map.of());

            assertThat(posted()).isEqualTo(json("{'text': 'US'}"));
            assertThat(eu.messages())
                    .singleElement()
                    .satisfies(
                            message -> assertThat(message.json()).isEqualTo("{\"text\":\"EU\",\"sync_message\":true}"));
            assertThat(AccountRegistry.of(context()).size()).isEqualTo(2);
        }
    }

    @Test
    void contextsAreIsolated() throws Exception {
        CamelContext other = contextOf(sandbox);
        other.createProducerTemplate().sendBody("cliq:chat/x", "one");
        post("direct:in", "two", Map.of());
        assertThat(AccountRegistry.of(other)).isNotSameAs(AccountRegistry.of(context()));

        other.close();

        assertThat(post("direct:in", "three", Map.of()).getException()).isNull();
        assertThat(sandbox.messages()).hasSize(3);
    }

    @Test
    void theVertxOfTheRegistryIsUsedAndNotClosed() throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        template().sendBody("direct:in", "Hello");
        Set<Thread> before = threads();
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            other.getRegistry().bind("vertx", vertx);
            configure(other, sandbox);
            other.start();
            other.createProducerTemplate().sendBody("cliq:chat/x", "Hello");

            assertThat(other.getComponent("cliq", CliqComponent.class).getVertx())
                    .isSameAs(vertx);
            assertThat(newThreads(before))
                    .filteredOn(name -> name.contains("eventloop"))
                    .hasSizeLessThanOrEqualTo(1);
        }

        CompletableFuture<String> alive = new CompletableFuture<>();
        vertx.runOnContext(nothing -> alive.complete("alive"));
        assertThat(alive).succeedsWithin(LONGEST).isEqualTo("alive");
        vertx.close();
    }

    /** Vert.x ties what is made within a verticle to it. */
    @Test
    void anAccountOutlivesTheVerticleThatStartedIt() throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            other.getRegistry().bind("vertx", vertx);
            configure(other, sandbox);
            other.start();
            String id = vertx.deployVerticle(new AbstractVerticle() {
                        @Override
                        public void start() throws Exception {
                            other.getEndpoint("cliq:chat/y").createProducer().start();
                        }
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(SECONDS, TimeUnit.SECONDS);
            assertThat(vertx.undeploy(id).toCompletionStage().toCompletableFuture())
                    .succeedsWithin(LONGEST);

            other.createProducerTemplate().sendBody("cliq:chat/x", "Hello");

            assertThat(sandbox.messages()).hasSize(1);
        }
        vertx.close();
    }

    @Test
    void twoVertxInTheRegistryAreNoneToUse() throws Exception {
        Vertx one = Vertx.vertx();
        Vertx two = Vertx.vertx();
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            other.getRegistry().bind("one", one);
            other.getRegistry().bind("two", two);
            configure(other, sandbox);
            other.start();
            other.createProducerTemplate().sendBody("cliq:chat/x", "Hello");

            assertThat(other.getComponent("cliq", CliqComponent.class).getVertx())
                    .isNull();
            assertThat(posted()).isEqualTo(json("{'text': 'Hello'}"));
        }
        one.close();
        two.close();
    }

    @Test
    void anApplicationMaySizeTheReplyPool() throws Exception {
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            ThreadPoolProfile profile = new ThreadPoolProfile(ReplyPool.ID);
            profile.setMaxPoolSize(2);
            other.getExecutorServiceManager().registerThreadPoolProfile(profile);
            configure(other, sandbox);
            other.start();

            for (int i = 0; i < 20; i++) {
                other.createProducerTemplate().sendBody("cliq:chat/x", "Hello");
            }

            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .filteredOn(name -> name.contains("(" + other.getName() + ")") && name.contains("CliqReply"))
                    .hasSizeBetween(1, 2);
        }
    }

    @Test
    void anAccountIsForgottenAWhileAfterItsLastEndpoint() throws Exception {
        try (Sandbox cliq = Sandbox.builder().accessToken("one", "two").start();
                DefaultCamelContext context = contextOf(cliq)) {
            ManualTiming time = new ManualTiming();
            context.getRegistry().bind("timing", time);
            context.start();
            CliqAccount account =
                    context.getComponent("cliq", CliqComponent.class).getDefaultAccount();
            account.setAccessToken("one");
            comeAndGo(context, "cliq:chat/x");
            assertThat(AccountRegistry.of(context).size()).isEqualTo(1);

            time.pass(Duration.ofMinutes(20));
            account.setAccessToken("two");
            comeAndGo(context, "cliq:chat/x");

            assertThat(AccountRegistry.of(context).size())
                    .as("two, and one no more")
                    .isEqualTo(1);
        }
    }

    /** So an operator can stop a route that floods while Cliq locks the user out. */
    @Test
    void postsThatWaitGoOutWhileTheirRouteStops() throws Exception {
        ManualTiming time = new ManualTiming();
        AtomicLong after = new AtomicLong();
        sandbox.faults().next(Fault.throttled(ThrottleAnswer.FLAT, Duration.ofMinutes(10)));
        try (DefaultCamelContext other = flooded(time, "timer:flood?delay=0&period=5", after)) {
            AccountMonitor account = accountOf(other);
            await().until(() -> account.figures().waiting() > 2);

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(other, "flood", LONGEST));
            await().until(() -> !isRunning(other.getRoute("flood").getConsumer()));
            assertThat(stopped).isNotDone();
            await().until(() -> {
                time.pass(Duration.ofMinutes(1));
                return stopped.isDone();
            });

            assertThat(stopped).isCompleted();
            assertThat(account.figures().underWay()).isZero();
            assertThat(after.get())
                    .isGreaterThan(1)
                    .isEqualTo(account.figures().posts().get(Outcome.SUCCESS));
        }
    }

    /** Camel fails their exchanges, so a source may give the messages once more. */
    @ParameterizedTest
    @ValueSource(strings = {"flood", "outer"})
    void postsThatWaitDoNotGoOutAfterTheirRouteWasStoppedByForce(String stopped) throws Exception {
        ManualTiming time = new ManualTiming();
        AtomicLong after = new AtomicLong();
        sandbox.faults().next(Fault.throttled(ThrottleAnswer.FLAT, Duration.ofMinutes(10)));
        try (DefaultCamelContext other = flooded(time, "direct:flood", after)) {
            other.addRoutes(route("direct:outer", "direct:flood"));
            CompletableFuture<Exchange> waiting = oneThatWaits(other, "direct:outer");

            stop(other, stopped, Duration.ofMillis(50));
            assertThat(accountOf(other).figures().waiting()).isEqualTo(1);
            time.pass(Duration.ofMinutes(10));

            await().until(waiting::isDone);
            assertThat(waiting.get().getException()).isNotNull();
            assertThat(after).hasValue(0);
            assertThat(sandbox.messages()).isEmpty();
        }
    }

    @Test
    void postsThatWaitGoOutAfterAnotherRouteHasHandedThemOn() throws Exception {
        ManualTiming time = new ManualTiming();
        sandbox.faults().next(Fault.throttled(ThrottleAnswer.FLAT, Duration.ofMinutes(10)));
        try (DefaultCamelContext other = flooded(time, "seda:flood?pollTimeout=20", new AtomicLong())) {
            other.addRoutes(route("direct:outer", "seda:flood?pollTimeout=20"));
            oneThatWaits(other, "direct:outer");

            stop(other, "outer", LONGEST);
            time.pass(Duration.ofMinutes(10));

            await().until(() -> sandbox.messages().size() == 1);
        }
    }

    private static CompletableFuture<Exchange> oneThatWaits(CamelContext context, String uri) {
        ProducerTemplate template = context.createProducerTemplate();
        template.send(uri, exchange -> {});
        await().until(() -> accountOf(context).figures().lockedUntil() != null);
        CompletableFuture<Exchange> waiting = template.asyncSend(uri, exchange -> {});
        await().until(() -> accountOf(context).figures().waiting() == 1);
        return waiting;
    }

    private static RouteBuilder route(String from, String to) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(from).routeId("outer").to(to);
            }
        };
    }

    private static DefaultCamelContext flooded(ManualTiming time, String source, AtomicLong after) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("timing", time);
        configure(context, sandbox);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(source)
                        .routeId("flood")
                        .setBody(constant("Hello"))
                        .to("cliq:chat/x?ordered=false&maximumWait=1d")
                        .process(exchange -> after.incrementAndGet());
            }
        });
        context.start();
        return context;
    }

    private static AccountMonitor accountOf(CamelContext context) {
        return context.hasService(Monitors.class).accounts().get(0);
    }

    private static void stop(CamelContext context, String route, Duration timeout) {
        try {
            context.getRouteController().stopRoute(route, timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRunning(Consumer consumer) {
        StatefulService service = (StatefulService) consumer;
        return service.isStarted() && !service.isSuspended();
    }

    private static CliqAccount local() {
        CliqAccount account = new CliqAccount();
        account.setBaseUrl(sandbox.baseUrl());
        account.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        return account;
    }

    private static void comeAndGo(CamelContext context, String uri) throws Exception {
        Producer producer = context.getEndpoint(uri).createProducer();
        producer.start();
        producer.stop();
    }

    private static DefaultCamelContext contextOf(Sandbox cliq) {
        DefaultCamelContext context = new DefaultCamelContext();
        configure(context, cliq);
        context.start();
        return context;
    }

    private static void configure(CamelContext context, Sandbox cliq) {
        CliqComponent component = context.getComponent("cliq", CliqComponent.class);
        component.getDefaultAccount().setBaseUrl(cliq.baseUrl());
        component.getDefaultAccount().setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
    }

    private static Set<Thread> threads() {
        return Set.copyOf(Thread.getAllStackTraces().keySet());
    }

    private static Set<String> newThreads(Set<Thread> before) {
        return threads().stream()
                .filter(thread -> !before.contains(thread) && thread.isAlive())
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }
}
