package io.github.camelcliq.benchmarks.side;

import io.github.camelcliq.benchmarks.report.Form;
import java.util.List;

/**
 * How long a run is.
 *
 * @param inFlight the numbers of posts in flight that are measured, in turn
 * @param delaysMillis how long the stub waits before it answers, in turn
 * @param rounds how often all variants are measured in each scene
 * @param warmUp messages that each variant posts before it is measured, for each number in flight
 * @param runInMillis how long a variant posts before each slice
 * @param sliceMillis how long it is measured in each round
 */
record Plan(
        List<Integer> inFlight, List<Integer> delaysMillis, int rounds, int warmUp, int runInMillis, int sliceMillis) {

    private static final Plan FULL = new Plan(List.of(64, 256, 1), List.of(0, 50), 9, 20_000, 200, 1_000);

    /** Less than a minute. */
    private static final Plan SHORT = new Plan(List.of(64), List.of(0), 3, 4_000, 100, 700);

    static Plan of(Form form) {
        return form == Form.FULL ? FULL : SHORT;
    }
}
