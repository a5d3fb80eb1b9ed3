package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Watches a producer's callbacks: each must be called exactly once, after the exchange has its receipt or its
 * exception, and on the caller's own thread only where the producer said so.
 */
final class CallbackWatch {

    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Map<Exchange, Outcome> outcomes = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    /** What an exchange held when its callback was called; either is {@code null}. */
    private record Outcome(Exception exception, Object status) {}

    /** Posts one exchange; the future is completed by the callback. */
    CompletableFuture<Exchange> post(AsyncProcessor producer, Exchange exchange) {
        CompletableFuture<Exchange> settled = new CompletableFuture<>();
        begin(producer, exchange, sync -> {
            outcomes.put(exchange, outcomeOf(exchange));
            settled.complete(exchange);
        });
        return settled;
    }

    /** The same producer, watched wherever a route calls it. */
    AsyncProcessor around(AsyncProcessor producer) {
        return new AsyncProcessorSupport() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                return begin(producer, exchange, callback);
            }
        };
    }

    private boolean begin(AsyncProcessor producer, Exchange exchange, AsyncCallback next) {
        begun.incrementAndGet();
        WatchedCallback callback = new WatchedCallback(exchange, next);
        boolean sync = producer.process(exchange, callback);
        callback.returned(sync);
        return sync;
    }

    /** Fails unless every callback was called, once, in time, with the outcome that the exchange still has. */
    void assertAllCalledOnce() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(done).hasValue(begun.get()));
        outcomes.forEach((exchange, outcome) -> {
            if (!outcome.equals(outcomeOf(exchange))) {
                complaints.add("was " + outcome + " at the callback, and is now " + outcomeOf(exchange));
            }
        });
        assertThat(complaints).as("complaints about callbacks").isEmpty();
    }

    private static Outcome outcomeOf(Exchange exchange) {
        return new Outcome(exchange.getException(), exchange.getMessage().getHeader(CliqConstants.STATUS));
    }

    private final class WatchedCallback implements AsyncCallback {

        private final Exchange exchange;
        private final AsyncCallback next;
        private final Thread caller = Thread.currentThread();
        private final AtomicBoolean called = new AtomicBoolean();
        private volatile Boolean saidSync;

        WatchedCallback(Exchange exchange, AsyncCallback next) {
            this.exchange = exchange;
            this.next = next;
        }

        @Override
        public void done(boolean doneSync) {
            if (!called.compareAndSet(false, true)) {
                complaints.add("called a second time: " + outcomeOf(exchange));
                return;
            }
            saidSync = doneSync;
            Outcome outcome = outcomeOf(exchange);
            if ((outcome.exception() == null) == (outcome.status() == null)) {
                complaints.add("called without an outcome, or with two: " + outcome);
            }
            if (doneSync && Thread.currentThread() != caller) {
                complaints.add("called as synchronous on another thread");
            }
            if (Thread.currentThread().getName().contains("vert.x-eventloop")) {
                complaints.add("called on an event loop");
            }
            done.incrementAndGet();
            next.done(doneSync);
        }

        void returned(boolean sync) {
            if (sync && !Boolean.TRUE.equals(saidSync)) {
                complaints.add("the producer returned true without having called it so");
            }
            if (!sync && Boolean.TRUE.equals(saidSync)) {
                complaints.add("called as synchronous, and then the producer returned false");
            }
        }
    }
}
