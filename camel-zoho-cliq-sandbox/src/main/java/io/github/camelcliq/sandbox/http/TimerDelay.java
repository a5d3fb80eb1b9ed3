package io.github.camelcliq.sandbox.http;

import java.time.Duration;

/** How long something of real time may take: in milliseconds a timer can be set to. */
public final class TimerDelay {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    private TimerDelay() {}

    /**
     * The duration, if it is one.
     *
     * @param what takes so long, such as {@code a body takes}
     * @throws IllegalArgumentException if it is shorter than a millisecond, or longer than ten years
     */
    public static Duration of(Duration duration, String what) {
        if (duration.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(what + " at least a millisecond, not " + duration);
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " at most " + LONGEST.toDays() + " days, not " + duration);
        }
        return duration;
    }
}
