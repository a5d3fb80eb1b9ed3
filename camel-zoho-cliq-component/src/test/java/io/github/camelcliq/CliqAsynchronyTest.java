package io.github.camelcliq;

import static io.github.camelcliq.PatientWaits.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.internal.account.ReplyPool;
import io.github.camelcliq.sandbox.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No thread waits for Cliq, and none of a route's work runs on an event loop. */
class CliqAsynchronyTest extends CliqTestSupport {

    /** Vert.x and the sandbox may start some of theirs; far fewer than one for each post. */
    private static final int OTHER_THREADS = 12;

    /** Holds up what follows a post in a route, as a slow database would. */
    private final CountDownLatch slowStep = new CountDownLatch(1);

    private VertxOptions vertxOptions;
    private Vertx vertx;

    @AfterEach
    void closeVertx() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        CliqComponent cliq = context.getComponent("cliq", CliqComponent.class);
        vertxOptions = new VertxOptions()
                .setEventLoopPoolSize(1)
                // longer than a busy machine keeps the loop from running, and than anything of ours does
                .setBlockedThreadCheckInterval(50)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setMaxEventLoopExecuteTime(10)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS)
                .setWarningExceptionTime(10)
                .setWarningExceptionTimeUnit(TimeUnit.SECONDS);
        vertx = Vertx.vertx(vertxOptions);
        context.getRegistry().bind("vertx", vertx);
        cliq.getDefaultAccount().getWebClientOptions().setMaxPoolSize(200);
        // more than may wait by default go out at once here
        cliq.getDefaultAccount().setMaximumQueued(2_000);
        return context;
    }

    @Test
    void twoHundredPostsAreOpenAtOnceWithoutAThreadForEach() throws Exception {
        AsyncProducer producer = startedProducer();
        Replies warmUp = new Replies(1);
        warmUp.send(producer, 0);
        warmUp.awaitAll();
        sandbox.reset();
        int threadsBefore = threads().size();
        sandbox.faults().next(200, Fault.hang());

        try (CapturedLog blocked = new CapturedLog("io.vertx.core.impl.BlockedThreadChecker", Level.WARN)) {
            int mostThreads = postTo200ChatsThatAnswerOnceAllAreAsked(producer);

            assertThat(sandbox.messages())
                    .extracting("target")
                    .doesNotHaveDuplicates()
                    .hasSize(200);
            assertThat(mostThreads).isLessThanOrEqualTo(threadsBefore + OTHER_THREADS);
            assertThat(blocked.lines()).isEmpty();
        }
    }

    /** Posts from this one thread, and returns how many threads there were at most until all posts were open. */
    private int postTo200ChatsThatAnswerOnceAllAreAsked(AsyncProducer producer) {
        Replies replies = new Replies(200);
        for (int chat = 0; chat < 200; chat++) {
            replies.send(producer, chat);
        }
        AtomicInteger mostThreads = new AtomicInteger();
        awaitCounting(mostThreads, () -> sandbox.faults().hanging() == 200);
        sandbox.faults().release();
        replies.awaitAll();
        return mostThreads.get();
    }

    private static void awaitCounting(AtomicInteger mostThreads, BooleanSupplier end) {
        await().pollInSameThread().pollInterval(Duration.ofMillis(1)).until(() -> {
            mostThreads.accumulateAndGet(threads().size(), Math::max);
            return end.getAsBoolean();
        });
    }

    /** The test above would pass without this one, should the log be captured in the wrong place. */
    @Test
    void theCheckerOfBlockedThreadsIsHeard() throws Exception {
        startedProducer();
        try (CapturedLog blocked = new CapturedLog("io.vertx.core.impl.BlockedThreadChecker", Level.WARN)) {
            Vertx vertx = Vertx.vertx(new VertxOptions(vertxOptions)
                    .setMaxEventLoopExecuteTime(1)
                    .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS));
            CountDownLatch heard = new CountDownLatch(1);
            vertx.runOnContext(nothing -> block(heard));
            await().until(() -> !blocked.lines().isEmpty());
            heard.countDown();
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    @Test
    void theRestOfARouteRunsOnTheReplyPoolHoweverManyRepliesWait() throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:slow-step").to("cliq:chat").process(exchange -> {
                    exchange.setProperty("thread", Thread.currentThread().getName());
                    assertThat(slowStep.await(SECONDS, TimeUnit.SECONDS)).isTrue();
                });
            }
        });
        AsyncProcessor route = (AsyncProcessor)
                context().getRoute(context().getRoutes().get(0).getId()).getProcessor();
        Replies replies = new Replies(2_000);

        for (int chat = 0; chat < 2_000; chat++) {
            replies.send(route, chat % 200);
        }
        // nearly all of these answers wait for a thread, and no event loop for any of them
        await().until(() -> sandbox.messages().size() == 2_000 && sandbox.openRequests() == 0);
        assertThat(replies.missing()).isEqualTo(2_000);
        slowStep.countDown();
        replies.awaitAll();

        Set<Object> threads = ConcurrentHashMap.newKeySet();
        replies.exchanges.forEach(exchange -> threads.add(exchange.getProperty("thread")));
        assertThat(threads)
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(ReplyPool.MAX_THREADS)
                .allSatisfy(thread -> assertThat((String) thread).contains(ReplyPool.ID));
    }

    @Test
    void aRefusalIsTheCallersAndAnAnswerIsLater() throws Exception {
        AsyncProducer producer = startedProducer();
        Replies replies = new Replies(3);

        assertThat(replies.send(producer, exchange(CHAT, "")))
                .as("settled at once")
                .isTrue();
        sandbox.answerNext(500, null, "");
        assertThat(replies.send(producer, exchange(CHAT, "Hello")))
                .as("settled at once")
                .isFalse();
        await().until(() -> replies.missing() == 1);
        assertThat(replies.send(producer, exchange(CHAT, "Hello")))
                .as("settled at once")
                .isFalse();
        await().until(() -> replies.missing() == 0);

        assertThat(replies.exceptionsWhenDone)
                .satisfiesExactly(
                        refused -> assertThat(refused).isInstanceOf(CliqInvalidMessageException.class),
                        failed -> assertThat(failed).isInstanceOf(CliqUnavailableException.class),
                        posted -> assertThat(posted).isEqualTo("none"));
        assertThat(replies.doneSynchronously).containsExactly(true, false, false);
    }

    @Test
    void anExchangeIsDoneOnceEvenWhereItsCallbackThrows() throws Exception {
        AsyncProducer producer = startedProducer();
        AtomicInteger calls = new AtomicInteger();

        producer.process(exchange(CHAT, "Hello"), doneSync -> {
            calls.incrementAndGet();
            throw new IllegalStateException("a broken callback");
        });
        await().dontCatchUncaughtExceptions().until(() -> calls.get() == 1);
        Replies replies = new Replies(50);
        for (int chat = 0; chat < 50; chat++) {
            replies.send(producer, chat);
        }
        replies.awaitAll();

        assertThat(calls).hasValue(1);
    }

    private static void block(CountDownLatch end) {
        try {
            assertThat(end.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private AsyncProducer startedProducer() throws Exception {
        AsyncProducer producer = context().getEndpoint("cliq:chat").createAsyncProducer();
        context().addService(producer);
        producer.start();
        return producer;
    }

    private Exchange exchange(String chat, String text) {
        Exchange exchange = new DefaultExchange(context());
        exchange.getMessage().setBody(text);
        exchange.getMessage().setHeader(CliqConstants.TARGET, chat);
        return exchange;
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    /** Callbacks that watch how they are called. */
    private final class Replies {

        private final int expected;
        private final List<Exchange> exchanges = new ArrayList<>();
        private final Map<Exchange, AtomicInteger> calls = new ConcurrentHashMap<>();
        private final AtomicInteger done = new AtomicInteger();
        private final Queue<Object> exceptionsWhenDone = new ConcurrentLinkedQueue<>();
        private final Queue<Boolean> doneSynchronously = new ConcurrentLinkedQueue<>();

        Replies(int expected) {
            this.expected = expected;
        }

        void send(AsyncProcessor processor, int chat) {
            send(processor, exchange("CT_" + chat, "Hello"));
        }

        boolean send(AsyncProcessor processor, Exchange exchange) {
            exchanges.add(exchange);
            calls.put(exchange, new AtomicInteger());
            AsyncCallback callback = doneSync -> {
                exceptionsWhenDone.add(exchange.getException() == null ? "none" : exchange.getException());
                doneSynchronously.add(doneSync);
                calls.get(exchange).incrementAndGet();
                done.incrementAndGet();
            };
            return processor.process(exchange, callback);
        }

        int missing() {
            return expected - done.get();
        }

        void awaitAll() {
            await().until(() -> missing() <= 0);
            assertThat(calls.values()).allSatisfy(times -> assertThat(times).hasValue(1));
            assertThat(exceptionsWhenDone).containsOnly("none");
        }
    }
}
