package io.github.camelcliq.benchmarks.side;

import java.util.Locale;

/**
 * How far the variants are warmed up in a {@link Stage}: they have turns until the compilers of the JVM have come to
 * rest, or until they had the most turns.
 *
 * @param stage what they are warmed up for
 * @param turns turns of all variants so far
 * @param compiling how long the compilers' threads ran in the latest turn, all of them together, to how long it took
 */
record WarmUp(Stage stage, int turns, double compiling) {

    /** Below which the compilers are at rest. */
    private static final double REST = 0.02;

    static WarmUp of(Stage stage) {
        return new WarmUp(stage, 0, 1);
    }

    /**
     * @param compiledMillis how long the compilers' threads ran meanwhile
     * @param tookMillis how long the turn of all variants took
     */
    WarmUp afterTurn(long compiledMillis, long tookMillis) {
        return new WarmUp(stage, turns + 1, (double) compiledMillis / tookMillis);
    }

    boolean goesOn() {
        return !atRest() && turns < stage.mostTurns();
    }

    boolean atRest() {
        return compiling < REST;
    }

    /** In words, for the report. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d in flight, turn %d of at most %d, compiling for %.1f %% of it",
                stage.inFlight(),
                turns,
                stage.mostTurns(),
                100 * compiling);
    }
}
