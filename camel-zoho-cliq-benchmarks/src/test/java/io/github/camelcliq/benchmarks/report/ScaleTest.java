package io.github.camelcliq.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scale of a plot. */
class ScaleTest {

    @ParameterizedTest
    @CsvSource({"1.12, 0.2, 6", "1, 0.1, 10", "45000, 5000, 9", "86, 10, 9", "101, 20, 6", "0.3, 0.05, 6"})
    void itEndsWithTheFirstRoundStepThatIsEnough(double most, double step, int steps) {
        Scale scale = Scale.upTo(most, 200, 800);
        assertThat(scale.step()).isEqualTo(step);
        assertThat(scale.steps()).isEqualTo(steps);
    }

    @Test
    void itBeginsWithZero() {
        Scale scale = Scale.upTo(4, 200, 800);
        assertThat(scale.at(0)).isEqualTo(200);
        assertThat(scale.at(2)).isEqualTo(500);
        assertThat(scale.at(4)).isEqualTo(800);
    }

    @Test
    void ticksHaveTheDigitsThatTellThemApart() {
        assertThat(Scale.upTo(0.3, 0, 1).written(0.15)).isEqualTo("0.15");
        assertThat(Scale.upTo(1.12, 0, 1).written(0.2)).isEqualTo("0.2");
        assertThat(Scale.upTo(45_000, 0, 1).written(5_000)).isEqualTo("5,000");
    }

    @Test
    void aPlotOfZerosHasAScaleAsWell() {
        assertThat(Scale.upTo(0, 0, 100).ticks()).containsExactly(0.0, 1.0);
    }
}
