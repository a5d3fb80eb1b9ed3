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

    /** Returns what counts the clicks of one route, for the route and for the path. */
    public Route route() {
        return new Route();
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

    /** Counts the clicks of one route of the path. */
    public final class Route {

        private final LongAdder answeredHere = new LongAdder();
        private final LongAdder acknowledgedHere = new LongAdder();
        private final LongAdder underWayHere = new LongAdder();

        private Route() {}

        /** Notes that the route got a click. */
        public void begun() {
            underWayHere.increment();
            underWay.increment();
        }

        /** Notes that the route is done with a click. */
        public void done() {
            underWayHere.decrement();
            underWay.decrement();
        }

        /** Notes that the route answered a click in time. */
        public void answered() {
            answeredHere.increment();
            answered.increment();
            monitors.tell(listener -> listener.clicked(path, "answered"));
        }

        /** Notes that a click was acknowledged, since the route took longer. */
        public void acknowledged() {
            acknowledgedHere.increment();
            acknowledged.increment();
            monitors.tell(listener -> listener.clicked(path, "acknowledged"));
        }

        public long answeredClicks() {
            return answeredHere.sum();
        }

        public long acknowledgedClicks() {
            return acknowledgedHere.sum();
        }

        public int clicksUnderWay() {
            return underWayHere.intValue();
        }
    }
}
