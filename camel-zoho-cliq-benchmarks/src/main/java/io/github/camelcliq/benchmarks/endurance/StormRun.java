package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Sends a storm one way, through a Camel context and to a sandbox of its own. */
final class StormRun {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Storm storm;
    private final StormSide side;

    StormRun(Storm storm, StormSide side) {
        this.storm = storm;
        this.side = side;
    }

    /** Waits until every exchange is done or failed, or until the storm's deadline. */
    StormOutcome outcome() throws Exception {
        try (Sandbox cliq = Sandbox.builder().limits(storm.limits()).start()) {
            CamelContext camel = new DefaultCamelContext();
            try {
                start(camel, cliq);
                return through(camel, cliq);
            } finally {
                camel.stop();
            }
        }
    }

    private void start(CamelContext camel, Sandbox cliq) throws Exception {
        camel.getShutdownStrategy().setTimeout(LONGEST_STOP.toSeconds());
        camel.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
        camel.addRoutes(new StormRoute(side.endpoint(camel, cliq, storm), storm.speed()));
        camel.start();
    }

    private StormOutcome through(CamelContext camel, Sandbox cliq) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        List<CompletableFuture<Exchange>> exchanges = send(camel);
        await(exchanges);
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        long unsettled =
                exchanges.stream().filter(exchange -> !exchange.isDone()).count();
        return StormOutcome.of(storm, cliq, unsettled, wall);
    }

    private List<CompletableFuture<Exchange>> send(CamelContext camel) {
        ProducerTemplate template = camel.createProducerTemplate();
        List<CompletableFuture<Exchange>> exchanges = new ArrayList<>();
        for (String text : storm.texts()) {
            String chat = storm.chatOf(exchanges.size());
            exchanges.add(template.asyncSend(StormRoute.START, exchange -> {
                exchange.setProperty(StormRoute.CHAT, chat);
                exchange.getMessage().setHeaders(new HashMap<>(side.headers()));
                exchange.getMessage().setBody(side.body(text));
            }));
        }
        return exchanges;
    }

    private void await(List<CompletableFuture<Exchange>> exchanges) throws InterruptedException, ExecutionException {
        try {
            CompletableFuture.allOf(exchanges.toArray(CompletableFuture[]::new))
                    .get(storm.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException deadline) {
            // what is not settled by now is counted as such
        }
    }
}
