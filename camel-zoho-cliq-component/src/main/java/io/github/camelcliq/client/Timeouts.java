package io.github.camelcliq.client;

import java.time.Duration;
import java.util.Objects;

/**
 * How long one post waits for the network.
 *
 * @param connect for the connection, and for waiting until the pool has one free
 * @param read the longest silence on the wire while the post waits for its answer; begins once all of it is written
 * @param total from the permit to the end of the answer, the wait for the connection included
 */
public record Timeouts(Duration connect, Duration read, Duration total) {

    public Timeouts {
        Objects.requireNonNull(connect, "connect");
        Objects.requireNonNull(read, "read");
        Objects.requireNonNull(total, "total");
    }
}
