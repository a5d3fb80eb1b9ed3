package io.github.camelcliq.internal.client;

import io.github.camelcliq.internal.pacing.Timing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the header {@code Retry-After} of an answer: seconds or an HTTP date. Other values count as absent. Waits are
 * whole seconds, rounded up.
 */
final class RetryAfter {

    /** Seconds as servers write them: {@code 2}, {@code +2}, {@code 0.5}, {@code 2s}. */
    private static final Pattern SECONDS = Pattern.compile("\\+?([0-9]+(?:\\.[0-9]*)?)\\s*[sS]?");

    /** Longer than any {@code maximumRetryAfter}. A header may have a number that fits into no type. */
    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(Integer.MAX_VALUE);

    /**
     * The form of HTTP dates, and the two obsolete ones that recipients must take (RFC 9110, section 5.6.7). The year
     * 94 is 1994.
     */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendPattern("[EEE MMM ppd HH:mm:ss yyyy][EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
            .appendPattern(" HH:mm:ss 'GMT']")
            .appendOptional(DateTimeFormatter.RFC_1123_DATE_TIME)
            .toFormatter(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Timing timing;
    private final Duration maximum;

    RetryAfter(Timing timing, Duration maximum) {
        this.timing = timing;
        this.maximum = maximum;
    }

    /**
     * Returns the wait, limited to the longest that is honoured. A date in the past gives zero. If the header has
     * several waits, since two headers were joined, the longest counts.
     *
     * @param header the value of the header; {@code null} if the answer has none
     * @return empty if the header names no wait
     */
    Optional<Duration> of(String header) {
        if (header == null) {
            return Optional.empty();
        }
        return Stream.of(header.split(","))
                .map(value -> SECONDS.matcher(value.strip()))
                .filter(Matcher::matches)
                .map(seconds -> roundedUp(seconds.group(1)))
                .max(Comparator.naturalOrder())
                .or(() -> untilDate(header.strip()))
                .map(this::honoured);
    }

    Duration honoured(Duration wait) {
        return wait.compareTo(maximum) <= 0 ? wait : maximum;
    }

    private static Duration roundedUp(String seconds) {
        BigDecimal whole = new BigDecimal(seconds).min(MAX_SECONDS).setScale(0, RoundingMode.CEILING);
        return Duration.ofSeconds(whole.longValue());
    }

    private Optional<Duration> untilDate(String value) {
        try {
            Duration wait = Duration.between(timing.now(), DATE.parse(value, Instant::from));
            return Optional.of(
                    Duration.ofSeconds(Math.max(0, wait.plusNanos(999_999_999).toSeconds())));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
