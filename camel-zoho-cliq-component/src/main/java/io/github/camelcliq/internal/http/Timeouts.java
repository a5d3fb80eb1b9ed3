package io.github.camelcliq.internal.http;

import java.time.Duration;

/**
 * How long one request waits for the network.
 *
 * @param connect the wait for the connection, including the wait for a free one of the pool
 * @param read the longest silence on the wire, from the end of the request until its answer
 * @param total the time from sending the request to the end of the answer, including the wait for the connection
 */
public record Timeouts(Duration connect, Duration read, Duration total) {}
