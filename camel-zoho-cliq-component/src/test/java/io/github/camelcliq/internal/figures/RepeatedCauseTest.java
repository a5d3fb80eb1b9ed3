package io.github.camelcliq.internal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RepeatedCauseTest {

    private final RepeatedCause cause = new RepeatedCause();
    private long now = -5_000_000;

    private long after(Duration time) {
        now += time.toMillis();
        return cause.occurred(now);
    }

    @Test
    void isToldAtOnceAndThenRarelyWithItsCount() {
        assertThat(after(Duration.ZERO)).isEqualTo(1);
        assertThat(after(Duration.ofSeconds(30))).isZero();
        assertThat(after(Duration.ofSeconds(29))).isZero();
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(3);
        assertThat(after(Duration.ofSeconds(119))).isZero();
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(2);
    }

    @Test
    void isToldOnceAnHourAtLeast() {
        long told = 0;
        for (int second = 0; second < 24 * 3600; second++) {
            told += after(Duration.ofSeconds(1)) > 0 ? 1 : 0;
        }
        assertThat(told).isBetween(24L, 30L);
    }

    @Test
    void isToldAtOnceAfterAQuietTime() {
        after(Duration.ZERO);
        after(Duration.ofMinutes(1));
        assertThat(after(Duration.ofHours(1))).isEqualTo(1);
        assertThat(after(Duration.ofMinutes(1))).isEqualTo(1);
    }
}
