package io.github.camelcliq.internal.http;

import java.time.Duration;
import java.util.Objects;

/**
 * How long one request waits for the network.
 *
 * @param connect for the connection; waiting until the pool has a free one counts
 * @param read the longest silence on the wire while the request waits for its answer; begins once it is written
 * @param total from sending the request to the end of the answer; the wait for the connection counts
 */
public record Timeouts(Duration connect, Duration read, Duration total) {

    public Timeouts {
        Objects.requireNonNull(connect, "connect");
        Objects.requireNonNull(read, "read");
        Objects.requireNonNull(total, "total");
    }
}
