package io.github.camelcliq.internal.click;

import io.github.camelcliq.internal.figures.ClickMonitor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the refused requests of a path and logs the counts: at once, and then at most once a minute, since anybody on
 * the Internet can send requests. The log has no content of requests.
 */
public final class RejectionStats {

    private static final Logger LOG = LoggerFactory.getLogger(RejectionStats.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ClickMonitor monitor;
    private final InstantSource clock;
    private final AtomicReference<Instant> silentUntil = new AtomicReference<>(Instant.MIN);

    RejectionStats(ClickMonitor monitor, InstantSource clock) {
        this.monitor = monitor;
        this.clock = clock;
    }

    public void count(ClickRejection refusal) {
        monitor.refused(refusal.label());
        LOG.debug("Refused a request to {}: {}", monitor.name(), refusal.reason());
        Instant now = clock.instant();
        Instant until = silentUntil.get();
        if (!now.isBefore(until) && silentUntil.compareAndSet(until, now.plus(PAUSE))) {
            LOG.warn("Refused requests to {}, so far: {}", monitor.name(), figures());
        }
    }

    public long total() {
        return monitor.figures().refusedRequests();
    }

    /** Returns the counts by reason, in one line; empty if no request was refused. */
    public String figures() {
        Map<String, Long> counts = monitor.figures().refused();
        return Arrays.stream(ClickRejection.values())
                .filter(refusal -> counts.containsKey(refusal.label()))
                .map(refusal -> counts.get(refusal.label()) + " with " + refusal.reason())
                .collect(Collectors.joining(", "));
    }
}
