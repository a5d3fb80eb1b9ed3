package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.CliqConstants;
import io.github.camelcliq.CliqException;
import io.github.camelcliq.benchmarks.report.Form;
import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.MarkdownTable;
import io.github.camelcliq.benchmarks.report.Publication;
import io.github.camelcliq.benchmarks.report.Sample;
import io.github.camelcliq.benchmarks.side.StubProcess;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Lets many exchanges wait for a Cliq that does not answer, and for the end of a lock; tells what they cost, and how
 * long they take once Cliq answers. It fails if one of them is not delivered exactly once.
 */
public final class Hang {

    private static final Duration LONG = Duration.ofHours(1);
    /** Until threads without work have ended. */
    private static final Duration REST = Duration.ofSeconds(10);

    private static final int CHATS = 1_000;
    private static final int WARM_UP = 5_000;

    private final StubProcess stub;

    private Hang(StubProcess stub) {
        this.stub = stub;
    }

    /** Takes the form, full or short, the directory to write to, and the page of the guide. */
    public static void main(String[] arguments) throws Exception {
        Publication publication = Publication.of(arguments);
        boolean full = publication.form() == Form.FULL;
        int seconds = full ? 30 : 10;
        int hanging = full ? 20_000 : 2_000;
        int waiting = full ? 100_000 : 10_000;
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        try (StubProcess stub = StubProcess.start()) {
            Hang hang = new Hang(stub);
            for (int round = 0; round < (full ? 3 : 1); round++) {
                costs.computeIfAbsent("answers come after " + seconds + " s", first -> new ArrayList<>())
                        .add(hang.cost(hanging, false, () -> stub.delay(1000 * seconds)));
                costs.computeIfAbsent("a lock of " + 4 * seconds + " s", first -> new ArrayList<>())
                        .add(hang.cost(waiting, true, () -> stub.lock(4 * seconds)));
            }
        }
        publication.publish(new MeasuredReport("hang", costs, markdown(costs)));
        System.exit(0);
    }

    /**
     * What exchanges cost while they wait.
     *
     * @param bytes of heap for each
     * @param threads how many more there are
     * @param seconds from the first answer until all are delivered
     */
    private record Cost(int exchanges, double bytes, long threads, double seconds) {}

    private interface Trouble {

        void begin() throws Exception;
    }

    private Cost cost(int exchanges, boolean pacing, Trouble trouble) throws Exception {
        try (CamelContext camel = context(exchanges, pacing)) {
            ProducerTemplate template = camel.createProducerTemplate();
            new Batch(template, WARM_UP).await();
            Thread.sleep(REST.toMillis());
            long heap = heap();
            long threads = threads();
            long posts = stub.posts();
            trouble.begin();
            if (pacing) {
                // this post begins the lock
                new Batch(template, 1).await();
            }
            Batch batch = new Batch(template, exchanges);
            double bytes = (double) (heap() - heap) / exchanges;
            long moreThreads = threads() - threads;
            if (batch.told.get() > 0) {
                throw new IllegalStateException("Cliq answered before all exchanges waited: this machine is too slow");
            }
            stub.delay(0);
            batch.await();
            long arrived = stub.posts() - posts;
            if (batch.delivered.get() != exchanges || arrived != exchanges) {
                throw new IllegalStateException(
                        exchanges + " posted, " + batch.delivered + " delivered, " + arrived + " arrived");
            }
            return new Cost(exchanges, bytes, moreThreads, (batch.last - batch.first) / 1e9);
        }
    }

    private CamelContext context(int exchanges, boolean pacing) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        CliqComponent component = camel.getComponent("cliq", CliqComponent.class);
        component.getConfiguration().setMaximumWait(LONG.toMillis());
        CliqAccount account = component.getDefaultAccount();
        account.setBaseUrl(stub.url());
        account.setAccessToken("1000.stub");
        account.setPacing(pacing);
        account.setPostsPerWindow(Integer.MAX_VALUE);
        account.setMaximumQueued(exchanges + WARM_UP);
        account.setConnectTimeout(LONG);
        account.setReadTimeout(LONG);
        account.setTotalTimeout(LONG);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(CliqException.class).logExhausted(false);
                from("direct:post").to("cliq:chat");
            }
        });
        camel.start();
        return camel;
    }

    /** Exchanges that were sent at the same time. */
    private static final class Batch {

        private final AtomicInteger told = new AtomicInteger();
        private final AtomicInteger delivered = new AtomicInteger();
        private final CountDownLatch open;
        private volatile long first;
        private volatile long last;

        Batch(ProducerTemplate template, int exchanges) {
            open = new CountDownLatch(exchanges);
            for (int number = 0; number < exchanges; number++) {
                String chat = "CT_" + number % CHATS;
                template.asyncSend("direct:post", exchange -> {
                            exchange.getMessage().setBody("The budget is ready for review.");
                            exchange.getMessage().setHeader(CliqConstants.TARGET, chat);
                        })
                        .thenAccept(this::told);
            }
        }

        private void told(Exchange exchange) {
            last = System.nanoTime();
            if (told.incrementAndGet() == 1) {
                first = last;
            }
            if (!exchange.isFailed()) {
                delivered.incrementAndGet();
            }
            open.countDown();
        }

        void await() throws InterruptedException {
            open.await();
        }
    }

    private static long heap() {
        for (int collection = 0; collection < 5; collection++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static String markdown(Map<String, List<Cost>> costs) throws Exception {
        MarkdownTable table =
                new MarkdownTable("while", "exchanges", "bytes of heap each", "more threads", "all delivered within");
        costs.forEach((trouble, rounds) -> table.row(
                trouble,
                of(rounds, Cost::exchanges),
                of(rounds, Cost::bytes),
                of(rounds, Cost::threads),
                of(rounds, Cost::seconds) + " s"));
        return "\nMedians of rounds: %d. Measured on %s.\n\n%s\n"
                .formatted(costs.values().iterator().next().size(), Machine.here(), table);
    }

    private static Sample of(List<Cost> rounds, ToDoubleFunction<Cost> figure) {
        return Sample.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
