package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.webhook.Clicks;
import io.github.camelcliq.webhook.FunctionCall;
import io.vertx.core.VertxOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many clicks at once: each is answered right, by a bounded number of threads. */
class ClickLoadTest {

    private static final Logger LOG = LoggerFactory.getLogger(ClickLoadTest.class);

    private static final int OPEN = 128;

    @Test
    void aHundredClicksAreAnswered() throws Exception {
        answerAll(100);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = "takes a minute; -Plong runs it")
    void fifteenThousandClicksAreAnswered() throws Exception {
        answerAll(15_000);
    }

    /** As fast as one generator can with {@value #OPEN} open, to a route of 200 ms of asynchronous work. */
    private static void answerAll(int clicks) throws Exception {
        List<byte[]> bodies = new ArrayList<>();
        List<String> signatures = new ArrayList<>();
        IntStream.range(0, clicks)
                .mapToObj(i ->
                        Clicks.bytes(Clicks.sample("approve", Instant.now()).put("number", i)))
                .forEach(bodies::add);
        bodies.parallelStream().map(ClickServer.KEY::sign).forEachOrdered(signatures::add);

        try (ClickServer server = ClickServer.with(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("cliq:function/approve")
                                .delay(200)
                                .asyncDelayed()
                                .end()
                                .process(exchange -> exchange.getMessage()
                                        .setBody("Approved "
                                                + exchange.getMessage()
                                                        .getBody(FunctionCall.class)
                                                        .tree()
                                                        .path("number")));
                    }
                })
                .bean("vertxOptions", new VertxOptions().setWorkerPoolSize(OPEN))
                .start()) {
            Generator generator = new Generator(server, bodies, signatures);
            int threads = generator.run();
            LOG.warn(
                    "{} clicks of 200 ms, {} open: {} a second, p50 {} ms, p99 {} ms, at most {} threads of ours",
                    clicks,
                    OPEN,
                    generator.rate(),
                    generator.percentile(50),
                    generator.percentile(99),
                    threads);

            assertThat(generator.wrong).hasValue(0);
            assertThat(threads).isLessThanOrEqualTo(OPEN + 1);
        }
    }

    private static final class Generator {

        private final ClickServer server;
        private final List<byte[]> bodies;
        private final List<String> signatures;
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final Semaphore open = new Semaphore(OPEN);
        private final AtomicInteger wrong = new AtomicInteger();
        private final AtomicLongArray nanos;
        private Duration took = Duration.ZERO;

        Generator(ClickServer server, List<byte[]> bodies, List<String> signatures) {
            this.server = server;
            this.bodies = bodies;
            this.signatures = signatures;
            this.nanos = new AtomicLongArray(bodies.size());
        }

        /** Gives how many threads routes ran on at most. */
        int run() throws InterruptedException {
            int threads = 0;
            long start = System.nanoTime();
            for (int i = 0; i < bodies.size(); i++) {
                open.acquire();
                send(i);
                threads = i % 100 == 0 ? Math.max(threads, threadsOfRoutes()) : threads;
            }
            open.acquire(OPEN);
            took = Duration.ofNanos(System.nanoTime() - start);
            return Math.max(threads, threadsOfRoutes());
        }

        private void send(int i) {
            HttpRequest request = server.request(ClickServer.PATH, bodies.get(i))
                    .header("X-Cliq-Signature", signatures.get(i))
                    .build();
            long sent = System.nanoTime();
            http.sendAsync(request, BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                nanos.set(i, System.nanoTime() - sent);
                boolean right =
                        failure == null && answer.body().equals("{\"output\":{\"text\":\"Approved " + i + "\"}}");
                wrong.addAndGet(right ? 0 : 1);
                open.release();
            });
        }

        private static int threadsOfRoutes() {
            return (int) Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().contains("CliqClick"))
                    .count();
        }

        long rate() {
            return bodies.size() * 1000L / Math.max(1, took.toMillis());
        }

        long percentile(int percent) {
            long[] sorted = IntStream.range(0, nanos.length())
                    .mapToLong(nanos::get)
                    .sorted()
                    .toArray();
            return Duration.ofNanos(sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)])
                    .toMillis();
        }
    }
}
