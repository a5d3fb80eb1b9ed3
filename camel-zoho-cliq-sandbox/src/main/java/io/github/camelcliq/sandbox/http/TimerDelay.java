package io.github.camelcliq.sandbox.http;

import java.time.Duration;

/** A duration of real time that a timer takes: whole milliseconds. */
public final class TimerDelay {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    private TimerDelay() {}

    /**
     * Returns the duration, if a timer takes it.
     *
     * @param what the start of the error, such as {@code a body takes}
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
