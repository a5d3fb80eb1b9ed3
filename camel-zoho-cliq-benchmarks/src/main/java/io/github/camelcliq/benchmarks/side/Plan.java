package io.github.camelcliq.benchmarks.side;

import io.github.camelcliq.benchmarks.report.Form;
import java.util.List;

/**
 * How long a run is.
 *
 * @param stages the numbers of posts in flight, in turn; the first has the most to warm up
 * @param delaysMillis how long the stub waits before it answers, in turn
 * @param rounds how often all variants are measured in each scene
 * @param warmUpMessages messages that each variant posts at least before it is measured in a stage
 * @param turnMillis how long a variant posts in each turn to warm up
 * @param runInMillis how long a variant posts before each slice
 * @param sliceMillis how long it is measured in each round
 */
record Plan(
        List<Stage> stages,
        List<Integer> delaysMillis,
        int rounds,
        int warmUpMessages,
        int turnMillis,
        int runInMillis,
        int sliceMillis) {

    /** Less than 16 minutes. */
    private static final Plan FULL = new Plan(
            List.of(new Stage(64, 14), new Stage(256, 3), new Stage(1, 3)),
            List.of(0, 50),
            9,
            20_000,
            1_000,
            200,
            1_000);

    /** Less than a minute. */
    private static final Plan SHORT = new Plan(List.of(new Stage(64, 2)), List.of(0), 3, 4_000, 300, 100, 700);

    static Plan of(Form form) {
        return form == Form.FULL ? FULL : SHORT;
    }
}
