package io.github.camelcliq.client;

import io.netty.handler.codec.DateFormatter;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

/** Reads how long an answer asks to wait, in its header {@code Retry-After}: seconds, an HTTP date, or nonsense. */
final class RetryAfter {

    /** An HTTP date has 29 characters; Netty's parser throws at what is much longer. */
    private static final int LONGEST_DATE = 60;

    /** More digits than these are an absurd wait, and would not fit into a number. */
    private static final int MOST_DIGITS = 9;

    private static final Duration ABSURD = Duration.ofSeconds(999_999_999);

    private final Timing timing;
    private final Duration maximum;

    /** @param maximum the longest wait that is believed, whatever an answer asks for */
    RetryAfter(Timing timing, Duration maximum) {
        this.timing = timing;
        this.maximum = maximum;
    }

    /**
     * The wait, as far as it is believed; empty where the header names none, as what lies in the past does.
     *
     * @param header the header's value, {@code null} where the answer has none
     */
    Optional<Duration> of(String header) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .flatMap(this::asked)
                .map(this::believed);
    }

    /** A wait, or the longest one that is believed. */
    Duration believed(Duration wait) {
        return wait.compareTo(maximum) <= 0 ? wait : maximum;
    }

    private Optional<Duration> asked(String value) {
        return value.chars().allMatch(c -> c >= '0' && c <= '9') ? Optional.of(seconds(value)) : untilDate(value);
    }

    private static Duration seconds(String digits) {
        return digits.length() > MOST_DIGITS ? ABSURD : Duration.ofSeconds(Long.parseLong(digits));
    }

    private Optional<Duration> untilDate(String value) {
        Date date = value.length() <= LONGEST_DATE ? DateFormatter.parseHttpDate(value) : null;
        return Optional.ofNullable(date)
                .map(until -> Duration.between(timing.now(), until.toInstant()))
                .filter(wait -> !wait.isNegative());
    }
}
