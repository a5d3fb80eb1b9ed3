package io.github.camelcliq.benchmarks.side;

import io.github.camelcliq.benchmarks.report.Form;
import java.util.List;

/**
 * How long a run is.
 *
 * @param stages the numbers of posts in flight, in turn; the first has the most to warm up
 * @param rounds what is measured in each stage, in turn
 * @param warmUpMessages messages that each variant posts at least before it is measured in a stage
 * @param turnMillis how long a variant posts in each turn to warm up
 * @param runInMillis how long a variant posts before each slice
 */
record Plan(List<Stage> stages, List<Rounds> rounds, int warmUpMessages, int turnMillis, int runInMillis) {

    /** Less than 18 minutes. */
    private static final Plan FULL = new Plan(
            List.of(new Stage(64, 14), new Stage(256, 3), new Stage(1, 3)),
            List.of(new Rounds(0, 30, 300), new Rounds(50, 9, 1_000)),
            20_000,
            1_000,
            200);

    /** Less than a minute. */
    private static final Plan SHORT =
            new Plan(List.of(new Stage(64, 2)), List.of(new Rounds(0, 7, 300)), 4_000, 300, 100);

    static Plan of(Form form) {
        return form == Form.FULL ? FULL : SHORT;
    }
}
