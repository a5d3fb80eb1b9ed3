package io.github.camelcliq.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The secret, the window in time, and what tells clicks apart. */
class ClickGuardsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");

    @Test
    void theSecretItselfPasses() {
        assertThat(new SharedSecret("sesame ü").matches("sesame ü")).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "sesam", "Sesame", "sesame ", "sesamesesame"})
    void anythingElseDoesNot(String given) {
        assertThat(new SharedSecret("sesame").matches(given)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aBlankSecretIsNone(String secret) {
        assertThatThrownBy(() -> new SharedSecret(secret)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecretIsNotShown() {
        assertThat(new SharedSecret("sesame").toString()).doesNotContain("sesame");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-300000, true", "300000, true", "-300001, false", "300001, false"})
    void theWindowIsOpenToBothSides(long millisFromNow, boolean admitted) {
        TimestampWindow window = new TimestampWindow(Duration.ofMinutes(5));

        assertThat(window.admits(NOW.plusMillis(millisFromNow), NOW)).isEqualTo(admitted);
    }

    @Test
    void whatHasNoTimeIsRefusedUnlessTheWindowIsOff() {
        assertThat(new TimestampWindow(Duration.ofDays(999)).admits(null, NOW)).isFalse();
        assertThat(new TimestampWindow(Duration.ZERO).admits(null, NOW)).isTrue();
        assertThat(new TimestampWindow(Duration.ZERO).admits(Instant.MIN, NOW)).isTrue();
    }

    @Test
    void aClickIsKnownByItsBytes() {
        ClickId click = ClickId.of(Clicks.sampleBytes());

        assertThat(click).isEqualTo(ClickId.of(Clicks.sampleBytes()));
        assertThat(click).isNotEqualTo(ClickId.of(Clicks.bytes(Clicks.sample())));
        assertThat(ClickId.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
