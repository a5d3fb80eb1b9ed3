package io.github.camelcliq.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of one figure of several rounds. */
class SampleTest {

    @Test
    void theMedianOfAnOddNumberOfRoundsIsTheOneInTheMiddle() {
        assertThat(Sample.of(5, 1, 100).median()).isEqualTo(5);
    }

    @Test
    void theMedianOfAnEvenNumberOfRoundsIsHalfwayBetweenTheTwoInTheMiddle() {
        assertThat(Sample.of(8, 1, 2, 100).median()).isEqualTo(5);
    }

    @Test
    void oneRoundIsItsOwnMedian() {
        assertThat(Sample.of(0.5).median()).isEqualTo(0.5);
    }

    @Test
    void theRoundsStayAsTheyWere() {
        double[] rounds = {3, 1, 2};
        Sample sample = Sample.of(rounds);
        rounds[0] = 99;
        assertThat(rounds).containsExactly(99, 1, 2);
        assertThat(sample.median()).isEqualTo(2);
    }

    /**
     * The median of n rounds lies between the k-th from below and the k-th from above, unless less than k of n fair
     * coins show heads, or less than k show tails. The largest k for which both together are at most 5 %:
     *
     * <ul>
     *   <li>6: no heads, 1 of 64 = 1.6 %; one or none, 7 of 64 = 10.9 %
     *   <li>8: none, 1 of 256 = 0.4 %; one or none, 9 of 256 = 3.5 %
     *   <li>9: one or none, 10 of 512 = 2.0 %; two or less, 46 of 512 = 9.0 %
     *   <li>11: one or none, 12 of 2,048 = 0.6 %; two or less, 67 of 2,048 = 3.3 %
     *   <li>15: three or less, 576 of 32,768 = 1.8 %; four or less, 1,941 of 32,768 = 5.9 %
     * </ul>
     */
    @ParameterizedTest
    @CsvSource({"6, 1, 6", "8, 1, 8", "9, 2, 8", "11, 2, 10", "15, 4, 12"})
    void theIntervalOfTheMedianIsThatOfTheOrderOfTheRounds(int rounds, double low, double high) {
        double[] downwards =
                IntStream.range(0, rounds).mapToDouble(round -> rounds - round).toArray();
        assertThat(Sample.of(downwards).medianInterval()).contains(new Sample.Interval(low, high));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void lessThanSixRoundsAreTooFewForAnInterval(int rounds) {
        assertThat(Sample.of(new double[rounds]).medianInterval()).isEmpty();
    }

    @Test
    void aSampleShowsItsSpread() {
        assertThat(Sample.of(3000, 1000, 2500)).hasToString("2,500 (1,000 to 3,000)");
        assertThat(Sample.of(7, 7)).hasToString("7");
    }
}
