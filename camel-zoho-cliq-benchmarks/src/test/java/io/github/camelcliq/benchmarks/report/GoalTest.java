package io.github.camelcliq.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.benchmarks.report.Goal.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a figure stands between what is aimed at and what is a defect. */
class GoalTest {

    private static final Goal RATE = Goal.atLeast(0.90, 0.75);
    private static final Goal BYTES = Goal.atMost(2_600, 3_300);

    @ParameterizedTest
    @CsvSource({"1.20, REACHED", "0.90, REACHED", "0.89, SHORT", "0.75, SHORT", "0.74, DEFECT"})
    void ofWhatShouldBeMuch(double median, Standing standing) {
        assertThat(RATE.standing(Sample.of(median))).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({"0, REACHED", "2600, REACHED", "2601, SHORT", "3300, SHORT", "3301, DEFECT"})
    void ofWhatShouldBeLittle(double median, Standing standing) {
        assertThat(BYTES.standing(Sample.of(median))).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({"0, REACHED", "1, DEFECT"})
    void whereTheAimIsAllThatIsAllowedNothingIsShortOfIt(double median, Standing standing) {
        assertThat(Goal.atMost(0, 0).standing(Sample.of(median))).isEqualTo(standing);
    }

    @Test
    void theMedianAloneDecidesUnlessSaidOtherwise() {
        Sample spread = Sample.of(0.1, 0.2, 0.3, 0.5, 0.9, 0.95, 1.0);
        assertThat(RATE.standing(spread)).isEqualTo(Standing.DEFECT);
    }

    /** Of seven rounds the interval reaches from the least to the most. */
    @Test
    void judgedByTheWholeIntervalMuchIsADefectOnlyWhereItsUpperEndIs() {
        Goal goal = RATE.judgedByWholeInterval();
        assertThat(goal.standing(Sample.of(0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.75))).isEqualTo(Standing.SHORT);
        assertThat(goal.standing(Sample.of(0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.74))).isEqualTo(Standing.DEFECT);
    }

    @Test
    void judgedByTheWholeIntervalLittleIsADefectOnlyWhereItsLowerEndIs() {
        Goal goal = BYTES.judgedByWholeInterval();
        assertThat(goal.standing(Sample.of(3_300, 3_400, 3_500, 4_000, 4_100, 4_200, 4_300)))
                .isEqualTo(Standing.SHORT);
        assertThat(goal.standing(Sample.of(3_301, 3_400, 3_500, 4_000, 4_100, 4_200, 4_300)))
                .isEqualTo(Standing.DEFECT);
    }

    /** Of nine rounds the interval is without the least and the most. */
    @Test
    void aSingleGoodRoundSavesNothing() {
        Goal goal = RATE.judgedByWholeInterval();
        assertThat(goal.standing(Sample.of(0.4, 0.5, 0.5, 0.5, 0.5, 0.5, 0.6, 0.7, 2.0)))
                .isEqualTo(Standing.DEFECT);
    }

    @Test
    void whatIsReachedIsJudgedByTheMedianAllTheSame() {
        Goal goal = RATE.judgedByWholeInterval();
        assertThat(goal.standing(Sample.of(0.1, 0.2, 0.3, 0.90, 0.91, 0.92, 0.93)))
                .isEqualTo(Standing.REACHED);
        assertThat(goal.standing(Sample.of(0.1, 0.2, 0.3, 0.89, 0.91, 0.92, 0.93)))
                .isEqualTo(Standing.SHORT);
    }

    @Test
    void withTooFewRoundsForAnIntervalTheBestOfThemIsWhatIsJudged() {
        assertThat(RATE.judgedByWholeInterval().standing(Sample.of(0.3, 0.4, 0.8)))
                .isEqualTo(Standing.SHORT);
        assertThat(RATE.judgedByWholeInterval().standing(Sample.of(0.3, 0.4, 0.7)))
                .isEqualTo(Standing.DEFECT);
        assertThat(BYTES.judgedByWholeInterval().standing(Sample.of(3_200, 3_400, 3_500)))
                .isEqualTo(Standing.SHORT);
        assertThat(BYTES.judgedByWholeInterval().standing(Sample.of(3_400, 3_500, 3_600)))
                .isEqualTo(Standing.DEFECT);
    }
}
