package io.github.camelcliq.internal.click;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
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

    private final String path;
    private final InstantSource clock;
    private final Map<ClickRejection, LongAdder> counts = new EnumMap<>(ClickRejection.class);
    private final AtomicReference<Instant> silentUntil = new AtomicReference<>(Instant.MIN);

    RejectionStats(String path, InstantSource clock) {
        this.path = path;
        this.clock = clock;
        Arrays.stream(ClickRejection.values()).forEach(refusal -> counts.put(refusal, new LongAdder()));
    }

    public void count(ClickRejection refusal) {
        counts.get(refusal).increment();
        LOG.debug("Refused a request to {}: {}", path, refusal.reason());
        Instant now = clock.instant();
        Instant until = silentUntil.get();
        if (!now.isBefore(until) && silentUntil.compareAndSet(until, now.plus(PAUSE))) {
            LOG.warn("Refused requests to {}, so far: {}", path, figures());
        }
    }

    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Returns the counts by reason, in one line; empty if no request was refused. */
    public String figures() {
        return counts.entrySet().stream()
                .filter(count -> count.getValue().sum() > 0)
                .map(count -> count.getValue().sum() + " with " + count.getKey().reason())
                .collect(Collectors.joining(", "));
    }
}
