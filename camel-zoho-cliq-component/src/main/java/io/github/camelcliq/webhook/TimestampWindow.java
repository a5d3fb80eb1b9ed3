package io.github.camelcliq.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a call's timestamp may be from our clock, before and after: the only thing that dates a signed request.
 *
 * @param width to each side; zero lets every call pass, those without a timestamp too
 */
public record TimestampWindow(Duration width) {

    /** @throws IllegalArgumentException when the width is negative */
    public TimestampWindow {
        if (width.isNegative()) {
            throw new IllegalArgumentException("a window is not negative");
        }
    }

    /**
     * Whether a call of that time may pass.
     *
     * @param timestamp {@code null} where the call has none, which is refused
     */
    public boolean admits(Instant timestamp, Instant now) {
        if (width.isZero()) {
            return true;
        }
        return timestamp != null && !timestamp.isBefore(now.minus(width)) && !timestamp.isAfter(now.plus(width));
    }
}
