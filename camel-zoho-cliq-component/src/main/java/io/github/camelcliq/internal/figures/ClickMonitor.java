package io.github.camelcliq.internal.figures;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens to the clicks of one path. Safe for use by many threads. */
public final class ClickMonitor {

    private final String path;
    private final Monitors monitors;
    private final LongAdder answered = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder underWay = new LongAdder();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private volatile String trouble;

    ClickMonitor(String path, Monitors monitors) {
        this.path = path;
        this.monitors = monitors;
    }

    /** Returns the path. */
    public String name() {
        return path;
    }

    public ClickFigures figures() {
        Map<String, Long> reasons = new TreeMap<>();
        refused.forEach((reason, count) -> reasons.put(reason, count.sum()));
        reasons.values().removeIf(count -> count == 0);
        return new ClickFigures(path, answered.sum(), acknowledged.sum(), reasons, underWay.sum(), trouble);
    }

    /** Sets the counters to zero. The clicks under way stay counted. */
    public void reset() {
        answered.reset();
        acknowledged.reset();
        refused.values().forEach(LongAdder::reset);
    }

    /** Notes that a route got a click. */
    public void begun() {
        underWay.increment();
    }

    /** Notes that the route of a click is done. */
    public void done() {
        underWay.decrement();
    }

    public void answered() {
        answered.increment();
        monitors.tell(listener -> listener.clicked(path, "answered"));
    }

    public void acknowledged() {
        acknowledged.increment();
        monitors.tell(listener -> listener.clicked(path, "acknowledged"));
    }

    /** @param reason a word for the reason, such as {@code unverified} */
    public void refused(String reason) {
        refused.computeIfAbsent(reason, first -> new LongAdder()).increment();
        monitors.tell(listener -> listener.clicked(path, reason));
    }

    /** Notes why the path takes no clicks; {@code null} if it does. */
    public void trouble(String reason) {
        trouble = reason;
    }
}
