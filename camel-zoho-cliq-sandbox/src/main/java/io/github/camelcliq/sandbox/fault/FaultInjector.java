package io.github.camelcliq.sandbox.fault;

import io.github.camelcliq.sandbox.Fault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Chooses which requests have which fault: the next ones, every n-th, or those that a test picks. A request has at most
 * one fault: the first queued fault, or else the fault of the first rule that applies. Safe from any thread.
 *
 * <pre>{@code
 * sandbox.faults().next(3, Fault.htmlPage(502));
 * sandbox.faults().every(10, Fault.cutBeforeAnswering().afterJudging());
 * sandbox.faults().when(request -> request.body().contains("Q4"), Fault.hang());
 * }</pre>
 */
public final class FaultInjector {

    /** The largest number of queued faults, and of rules. */
    static final int MOST = 10_000;

    private final Deque<Fault> queue = new ArrayDeque<>();
    private final List<CountedRule> rules = new ArrayList<>();
    private final List<Hanging> hanging = new ArrayList<>();
    private final Runnable whenChanged;
    private Duration delay = Duration.ZERO;

    /** @param whenChanged runs after each change of faults or rules; must not block */
    public FaultInjector(Runnable whenChanged) {
        this.whenChanged = whenChanged;
    }

    /** Queues a fault for the next request that has no queued fault yet. */
    public void next(Fault fault) {
        next(1, fault);
    }

    /**
     * Queues a fault for a number of the next requests that have no queued fault yet.
     *
     * @throws IllegalArgumentException if more than {@value #MOST} faults would be queued; {@link #always} sets a rule
     *     instead
     */
    public synchronized void next(int requests, Fault fault) {
        Objects.requireNonNull(fault, "fault");
        refuseLessThanOne(requests);
        refuseMoreThanMost("queued", requests, queue.size());
        for (int queued = 0; queued < requests; queued++) {
            queue.add(fault);
        }
        whenChanged.run();
    }

    /** Sets a rule for every n-th request from now on, counted from 1. Requests with a queued fault are not counted. */
    public synchronized void every(int requests, Fault fault) {
        refuseLessThanOne(requests);
        add(new FaultRule(requests, null, fault));
    }

    /** Sets a rule for every request. */
    public void always(Fault fault) {
        every(1, fault);
    }

    /**
     * Sets a rule for the requests that a test picks.
     *
     * @param concerns picks requests; it runs on an event loop and must not block
     */
    public synchronized void when(Predicate<SeenRequest> concerns, Fault fault) {
        add(new FaultRule(0, Objects.requireNonNull(concerns, "concerns"), fault));
    }

    /** Returns how many requests hang now, until {@link #release()}. */
    public synchronized int hanging() {
        hanging.removeIf(Hanging::isOver);
        return hanging.size();
    }

    /** Releases the requests that hang now. They are judged, if they were not judged before, and answered. */
    public void release() {
        takeHanging().forEach(Hanging::goOn);
    }

    /** Removes queued faults and rules. Requests that hang stay as they are. */
    public synchronized void clear() {
        queue.clear();
        rules.clear();
        whenChanged.run();
    }

    /** Returns a copy of the queued faults, the next first. */
    public synchronized List<Fault> queued() {
        return List.copyOf(queue);
    }

    /** Returns a copy of the rules, in the order in which they were set. */
    public synchronized List<FaultRule> rules() {
        return rules.stream().map(counted -> counted.rule).toList();
    }

    /** Returns the fault of a request whose head has arrived, and whose body has not. */
    synchronized Optional<Fault> atHead(Supplier<SeenRequest> request) {
        if (!queue.isEmpty()) {
            Fault next = queue.remove();
            whenChanged.run();
            return Optional.of(next);
        }
        return first(request, false);
    }

    /** Returns the fault of a request whose body has arrived, and which had no fault at its head. */
    synchronized Optional<Fault> atEnd(Supplier<SeenRequest> request) {
        return first(request, true);
    }

    synchronized void hang(Hanging request) {
        hanging.removeIf(Hanging::isOver);
        hanging.add(request);
        whenChanged.run();
    }

    public synchronized void delay(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a delay must not be negative: " + duration);
        }
        delay = duration;
        whenChanged.run();
    }

    public synchronized Duration delay() {
        return delay;
    }

    /** Removes queued faults and rules, and cuts the connections of requests that hang. */
    public void reset() {
        clear();
        delay(Duration.ZERO);
        takeHanging().forEach(Hanging::cut);
    }

    private Optional<Fault> first(Supplier<SeenRequest> supplier, boolean withBody) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        SeenRequest request = supplier.get();
        Fault found = null;
        for (CountedRule counted : rules) {
            if (counted.rule.needsBody() == withBody) {
                // every rule counts each request, or a rule would depend on those before it
                counted.count++;
                if (counted.rule.befalls(request, counted.count) && found == null) {
                    found = counted.rule.fault();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private void add(FaultRule rule) {
        Objects.requireNonNull(rule.fault(), "fault");
        refuseMoreThanMost("set as rules", 1, rules.size());
        rules.add(new CountedRule(rule));
        whenChanged.run();
    }

    private synchronized List<Hanging> takeHanging() {
        List<Hanging> taken = List.copyOf(hanging);
        hanging.clear();
        whenChanged.run();
        return taken;
    }

    private static void refuseLessThanOne(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("a fault must be for at least one request, not " + requests);
        }
    }

    private static void refuseMoreThanMost(String what, int more, int there) {
        if (more > MOST - there) {
            throw new IllegalArgumentException(
                    "at most " + MOST + " faults are " + what + ", not " + more + " more than " + there);
        }
    }

    /** A request that waits for its answer. */
    interface Hanging {

        /** Has the request judged and answered. Safe from any thread. */
        void goOn();

        /** Closes its connection. Safe from any thread. */
        void cut();

        /** Returns whether its client has given up. Safe from any thread. */
        boolean isOver();
    }

    private static final class CountedRule {

        private final FaultRule rule;
        private long count;

        CountedRule(FaultRule rule) {
            this.rule = rule;
        }
    }
}
