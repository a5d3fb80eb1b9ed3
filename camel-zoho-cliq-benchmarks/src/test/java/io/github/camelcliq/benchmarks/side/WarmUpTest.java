package io.github.camelcliq.benchmarks.side;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When the variants have been warmed up for long enough. */
class WarmUpTest {

    private static final long TURN = 10_000;

    private final WarmUp warmUp = WarmUp.of(new Stage(64, 3));

    @Test
    void itBeginsWithATurn() {
        assertThat(warmUp.goesOn()).isTrue();
        assertThat(warmUp.atRest()).isFalse();
    }

    @Test
    void itGoesOnWhileTwoPercentOfATurnAreSpentCompiling() {
        WarmUp busy = warmUp.afterTurn(200, TURN);
        assertThat(busy.compiling()).isEqualTo(0.02);
        assertThat(busy.atRest()).isFalse();
        assertThat(busy.goesOn()).isTrue();
    }

    @Test
    void itIsOverOnceLessThanThatIsSpentCompiling() {
        WarmUp still = warmUp.afterTurn(15_000, TURN).afterTurn(199, TURN);
        assertThat(still.atRest()).isTrue();
        assertThat(still.goesOn()).isFalse();
        assertThat(still.turns()).isEqualTo(2);
    }

    @Test
    void onlyTheLatestTurnCounts() {
        WarmUp busyAgain = warmUp.afterTurn(0, TURN).afterTurn(5_000, TURN);
        assertThat(busyAgain.atRest()).isFalse();
        assertThat(busyAgain.compiling()).isEqualTo(0.5);
    }

    @Test
    void itIsOverAfterTheMostTurnsThoughTheCompilersAreBusy() {
        WarmUp two = warmUp.afterTurn(9_000, TURN).afterTurn(9_000, TURN);
        assertThat(two.goesOn()).isTrue();
        WarmUp three = two.afterTurn(9_000, TURN);
        assertThat(three.goesOn()).isFalse();
        assertThat(three.atRest()).isFalse();
    }
}
