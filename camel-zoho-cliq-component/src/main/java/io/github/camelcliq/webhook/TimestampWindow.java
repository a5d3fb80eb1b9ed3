package io.github.camelcliq.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the timestamp of a call may be from this machine's clock, before and after. Only the timestamp dates a signed
 * request.
 *
 * @param width the width to each side; zero admits every call, even without a timestamp
 */
public record TimestampWindow(Duration width) {

    /** @throws IllegalArgumentException if the width is negative */
    public TimestampWindow {
        if (width.isNegative()) {
            throw new IllegalArgumentException("a window must not be negative");
        }
    }

    /**
     * Returns whether a call of this time may pass.
     *
     * @param timestamp the timestamp of the call; {@code null}, for a call without one, is refused
     */
    public boolean admits(Instant timestamp, Instant now) {
        if (width.isZero()) {
            return true;
        }
        return timestamp != null && !timestamp.isBefore(now.minus(width)) && !timestamp.isAfter(now.plus(width));
    }
}
