package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.CliqThrottledException;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import io.github.camelcliq.sandbox.limits.Limits;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The guide's recipe for redelivery loses nothing when more posts wait for theirs at once than Camel's own pool holds.
 */
class RedeliveryPoolTest {

    /** Camel's own pool holds 1,000. */
    private static final int POSTS = Boolean.getBoolean("long") ? 5_000 : 1_100;

    /** Far longer than it takes, so that the test fails rather than hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Sandbox cliq = Sandbox.builder().limits(Limits.OFF).start();
    private final ManualTiming time = new ManualTiming();
    private final CountDownLatch allWait = new CountDownLatch(1);
    private final AtomicInteger failedOnce = new AtomicInteger();
    private final Queue<Exchange> done = new ConcurrentLinkedQueue<>();
    private final Queue<String> later = new ConcurrentLinkedQueue<>();

    private final RouteBuilder whatIsGivenUp = new RouteBuilder() {
        @Override
        public void configure() {
            for (String step : new String[] {"later", "repair", "undecided"}) {
                from("direct:" + step).process(exchange -> later.add(step));
            }
        }
    };

    @AfterEach
    void close() {
        allWait.countDown();
        cliq.close();
    }

    @Test
    void inJava() throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            prepare(camel);
            camel.addRoutes(whatIsGivenUp);
            camel.addRoutes(new DeliveryExamples.Redelivery());
            camel.start();

            assertThatNoneIsLost(camel);
        }
    }

    @Test
    void byPropertiesOfCamelMainAndInYaml() throws Exception {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("classpath:delivery/redelivery.properties");
        main.configure().withRoutesIncludePattern("classpath:recipes/redelivery.yaml");
        main.configure().addRoutesBuilder(whatIsGivenUp);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport starting) {
                prepare(starting.getCamelContext());
            }
        });
        try {
            main.start();

            assertThatNoneIsLost(main.getCamelContext());
        } finally {
            main.stop();
        }
    }

    /** Redeliveries are held back until all posts wait for theirs, however long their delay is. */
    private void prepare(CamelContext camel) {
        CliqComponent component = camel.getComponent("cliq", CliqComponent.class);
        camel.getRegistry().bind("timing", time);
        CliqAccount account = component.getDefaultAccount();
        account.setBaseUrl(cliq.baseUrl());
        account.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        // room for all of them as soon as the lock is over, and no patience with the lock
        account.setPostsPerWindow(4 * POSTS);
        account.setMaximumQueued(POSTS);
        component.getConfiguration().setMaximumWait(500);
        component.getConfiguration().setOrdered(false);
        camel.getCamelContextExtension().addInterceptStrategy(this::heldBack);
    }

    private Processor heldBack(CamelContext camel, NamedNode step, Processor target, Processor next) {
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (exchange.getMessage().getHeader(Exchange.REDELIVERED, false, boolean.class)) {
                    try {
                        allWait.await();
                    } catch (InterruptedException e) {
                        exchange.setException(e);
                        callback.done(true);
                        return true;
                    }
                    return super.process(exchange, callback);
                }
                return super.process(exchange, sync -> {
                    callback.done(sync);
                    failedOnce.incrementAndGet();
                });
            }
        };
    }

    private void assertThatNoneIsLost(CamelContext camel) throws Exception {
        lockForASecond(camel);
        AsyncProducer orders = camel.getEndpoint("direct:orders").createAsyncProducer();
        orders.start();
        for (int post = 0; post < POSTS; post++) {
            Exchange exchange = new DefaultExchange(camel);
            exchange.getMessage().setBody("order " + post);
            orders.process(exchange, sync -> done.add(exchange));
        }

        await().atMost(PATIENCE).until(() -> failedOnce.get() == POSTS);
        assertThat(done).as("exchanges that do not wait for their redelivery").isEmpty();
        time.pass(Duration.ofSeconds(2));
        allWait.countDown();

        await().atMost(PATIENCE).until(() -> done.size() == POSTS);
        assertThat(done).allMatch(exchange -> exchange.getException() == null);
        assertThat(later).isEmpty();
        assertThat(cliq.messages("orders"))
                .extracting(ReceivedMessage::json)
                .hasSize(POSTS)
                .doesNotHaveDuplicates();
    }

    private void lockForASecond(CamelContext camel) {
        cliq.answerNext(ScriptedAnswer.of(429, null, "").header("Retry-After", "1"));
        Exchange first = camel.createProducerTemplate()
                .send("cliq:channel/orders", exchange -> exchange.getMessage().setBody("one too many"));
        assertThat(first.getException()).isInstanceOf(CliqThrottledException.class);
    }
}
