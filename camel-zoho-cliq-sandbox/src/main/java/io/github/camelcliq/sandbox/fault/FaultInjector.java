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
 * What goes wrong with which requests: the next ones, every so many, or those that a test picks. A request has one
 * fault at most: the first that is queued, else that of the first rule that concerns it. Safe from any thread.
 *
 * <pre>{@code
 * sandbox.faults().next(3, Fault.htmlPage(502));
 * sandbox.faults().every(10, Fault.cutBeforeAnswering().afterJudging());
 * sandbox.faults().when(request -> request.body().contains("Q4"), Fault.hang());
 * }</pre>
 */
public final class FaultInjector {

    /** How many faults are queued, and how many rules are set, at most. */
    static final int MOST = 10_000;

    private final Deque<Fault> queue = new ArrayDeque<>();
    private final List<CountedRule> rules = new ArrayList<>();
    private final List<Hanging> hanging = new ArrayList<>();
    private final Runnable whenChanged;
    private Duration delay = Duration.ZERO;

    /** @param whenChanged is told of each change to what is set; must not wait */
    public FaultInjector(Runnable whenChanged) {
        this.whenChanged = whenChanged;
    }

    /** Queues a fault for the next request that has none queued yet. */
    public void next(Fault fault) {
        next(1, fault);
    }

    /**
     * Queues a fault for so many of the next requests that have none queued yet.
     *
     * @throws IllegalArgumentException if more than {@value #MOST} would be queued; {@link #always} sets a rule
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

    /** Sets a rule: every so many of the requests from now on that no queued fault befell, counted from 1. */
    public synchronized void every(int requests, Fault fault) {
        refuseLessThanOne(requests);
        add(new FaultRule(requests, null, fault));
    }

    /** Sets a rule: every request. */
    public void always(Fault fault) {
        every(1, fault);
    }

    /**
     * Sets a rule: the requests that the test picks.
     *
     * @param concerns is asked on an event loop, and must not wait
     */
    public synchronized void when(Predicate<SeenRequest> concerns, Fault fault) {
        add(new FaultRule(0, Objects.requireNonNull(concerns, "concerns"), fault));
    }

    /** How many requests hang now, and would go on by {@link #release()}. */
    public synchronized int hanging() {
        hanging.removeIf(Hanging::isOver);
        return hanging.size();
    }

    /** Lets the requests that hang now go on: they are judged, if they were not, and answered. */
    public void release() {
        takeHanging().forEach(Hanging::goOn);
    }

    /** Takes back queued faults and rules. Requests that hang go on hanging. */
    public synchronized void clear() {
        queue.clear();
        rules.clear();
        whenChanged.run();
    }

    /** The queued faults, first to come first: a copy. */
    public synchronized List<Fault> queued() {
        return List.copyOf(queue);
    }

    /** The rules, in the order in which they were set: a copy. */
    public synchronized List<FaultRule> rules() {
        return rules.stream().map(counted -> counted.rule).toList();
    }

    /** The fault that a request has whose head is there and whose body is not. */
    synchronized Optional<Fault> atHead(Supplier<SeenRequest> request) {
        if (!queue.isEmpty()) {
            Fault next = queue.remove();
            whenChanged.run();
            return Optional.of(next);
        }
        return first(request, false);
    }

    /** The fault that a request has, which had none at its head, now that its body is there. */
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
            throw new IllegalArgumentException("a delay is not negative: " + duration);
        }
        delay = duration;
        whenChanged.run();
    }

    public synchronized Duration delay() {
        return delay;
    }

    /** As after the start; the connections of requests that hang are cut. */
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
                // every rule counts, or the second of two would depend on the first
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
            throw new IllegalArgumentException("a fault befalls at least one request, not " + requests);
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

        /** Has it judged and answered; from any thread. */
        void goOn();

        /** Closes its connection; from any thread. */
        void cut();

        /** Whether its client has given up; from any thread. */
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
