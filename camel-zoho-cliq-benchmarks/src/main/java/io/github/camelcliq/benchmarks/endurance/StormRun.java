package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.benchmarks.endurance.MessageAccounts.Told;
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
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Sends a storm one way, through a Camel context and to a sandbox of its own. */
final class StormRun {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    /** More than the requests of any way. */
    private static final int HISTORY = 100_000;

    private final Storm storm;
    private final StormSide side;

    StormRun(Storm storm, StormSide side) {
        this.storm = storm;
        this.side = side;
    }

    /** Waits until every exchange is done or failed, or until the storm's deadline. */
    StormOutcome outcome() throws Exception {
        try (Sandbox cliq =
                Sandbox.builder().limits(storm.limits()).history(HISTORY).start()) {
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
        camel.addRoutes(new StormRoute(side, side.endpoint(camel, cliq, storm), storm));
        camel.start();
    }

    private StormOutcome through(CamelContext camel, Sandbox cliq) throws InterruptedException, ExecutionException {
        MessageAccounts accounts = new MessageAccounts();
        await(send(camel, accounts));
        return StormOutcome.of(accounts, cliq);
    }

    private List<CompletableFuture<?>> send(CamelContext camel, MessageAccounts accounts) {
        ProducerTemplate template = camel.createProducerTemplate();
        List<CompletableFuture<?>> exchanges = new ArrayList<>();
        for (String id : storm.ids()) {
            String chat = storm.chatOf(exchanges.size());
            accounts.sent(id);
            exchanges.add(template.asyncSend(StormRoute.START, exchange -> {
                        exchange.setProperty(StormRoute.CHAT, chat);
                        exchange.getMessage().setHeaders(new HashMap<>(side.headers()));
                        exchange.getMessage().setBody(side.body(id));
                    })
                    .thenAccept(done -> accounts.told(id, done.isFailed() ? Told.NOT_DELIVERED : Told.DELIVERED)));
        }
        return exchanges;
    }

    private void await(List<CompletableFuture<?>> exchanges) throws InterruptedException, ExecutionException {
        try {
            CompletableFuture.allOf(exchanges.toArray(CompletableFuture[]::new))
                    .get(storm.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException deadline) {
            // a message without an outcome is not accounted for
        }
    }
}
