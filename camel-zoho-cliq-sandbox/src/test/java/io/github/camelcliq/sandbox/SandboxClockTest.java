package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SandboxClockTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void showsTheRealTimeUntilItIsMoved() {
        SandboxClock clock = SandboxClock.system();
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(60, ChronoUnit.SECONDS));

        clock.skip(Duration.ofHours(1));

        assertThat(clock.instant()).isCloseTo(Instant.now().plus(1, ChronoUnit.HOURS), within(60, ChronoUnit.SECONDS));
    }

    @Test
    void followsAnotherClockAheadOfIt() {
        SandboxClock ofTheCodeUnderTest = SandboxClock.stoppedAt(NOON);
        SandboxClock clock = SandboxClock.following(ofTheCodeUnderTest);

        clock.skip(Duration.ofSeconds(1));
        ofTheCodeUnderTest.skip(Duration.ofMinutes(1));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(61));
    }

    @Test
    void neverGoesBack() {
        SandboxClock clock = SandboxClock.stoppedAt(NOON);

        assertThatIllegalArgumentException().isThrownBy(() -> clock.skip(Duration.ofNanos(-1)));
        assertThat(clock.skip(Duration.ZERO)).isEqualTo(NOON);
    }

    @Test
    void messagesAndRequestsHaveItsTimeAndAResetDoesNotTurnItBack() {
        try (Sandbox sandbox =
                Sandbox.builder().clock(SandboxClock.stoppedAt(NOON)).start()) {
            sandbox.clock().skip(Duration.ofMinutes(10));
            sandbox.reset();

            new Caller(sandbox).post(Caller.CHAT, json("{'text': 'Hello'}"));

            Instant later = NOON.plus(Duration.ofMinutes(10));
            assertThat(sandbox.messages().get(0).time()).isEqualTo(later);
            assertThat(sandbox.messages().get(0).id()).startsWith(later.toEpochMilli() + "_");
            assertThat(sandbox.requests().get(0).time()).isEqualTo(later);
        }
    }
}
