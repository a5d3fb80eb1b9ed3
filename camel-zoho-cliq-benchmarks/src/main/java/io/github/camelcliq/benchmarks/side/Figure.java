package io.github.camelcliq.benchmarks.side;

import io.github.camelcliq.benchmarks.report.Goal;
import io.github.camelcliq.benchmarks.report.Sample;
import java.util.Locale;
import java.util.function.BiFunction;

/** What is said of the component, and what it should be. */
enum Figure {
    RATE(
            "typed body / reference, throughput",
            Goal.atLeast(0.90, 0.75).judgedByWholeInterval(),
            new Scene(64, 0),
            (run, scene) -> run.ratio(scene, Variant.TYPED, Variant.REFERENCE, Slice::rate)),
    TO_VERTX_HTTP(
            "typed body / `marshal().json()` + `vertx-http:`",
            Goal.atLeast(1.45, 1.2),
            new Scene(64, 0),
            (run, scene) -> run.ratio(scene, Variant.TYPED, Variant.VERTX_HTTP, Slice::rate)),
    TO_HTTP(
            "typed body / `marshal().json()` + `http:`",
            Goal.atLeast(4, 2.5),
            new Scene(64, 0),
            (run, scene) -> run.ratio(scene, Variant.TYPED, Variant.HTTP, Slice::rate)),
    CPU(
            "CPU a message / reference",
            Goal.atMost(1.15, 1.40),
            new Scene(64, 0),
            (run, scene) -> run.ratio(scene, Variant.TYPED, Variant.REFERENCE, Slice::cpuMicros)),
    BYTES(
            "bytes a message above the reference",
            Goal.atMost(2_600, 3_300),
            new Scene(64, 0),
            (run, scene) -> run.difference(scene, Variant.TYPED, Variant.REFERENCE, Slice::bytes)),
    POOLED_BYTES(
            "the same with pooled exchanges",
            Goal.atMost(1_700, 2_400),
            new Scene(64, 0),
            (run, scene) -> run.difference(scene, Variant.POOLED, Variant.REFERENCE, Slice::bytes)),
    SLOW_RATE(
            "50 ms server, 256 in flight: typed body / reference",
            Goal.atLeast(0.99, 0.95),
            new Scene(256, 50),
            (run, scene) -> run.ratio(scene, Variant.TYPED, Variant.REFERENCE, Slice::rate));

    private final String label;
    private final Goal goal;
    private final Scene scene;
    private final BiFunction<Run, Scene, Sample> sample;

    Figure(String label, Goal goal, Scene scene, BiFunction<Run, Scene, Sample> sample) {
        this.label = label;
        this.goal = goal;
        this.scene = scene;
        this.sample = sample;
    }

    String label() {
        return label;
    }

    Goal goal() {
        return goal;
    }

    /** What has to have been measured. */
    Scene scene() {
        return scene;
    }

    /** Of each round. */
    Sample of(Run run) {
        return sample.apply(run, scene);
    }

    /** A value of this figure as it stands in a table: bytes whole, ratios with two digits. */
    String written(double value) {
        return String.format(Locale.ROOT, goal.reach() > 100 ? "%,.0f" : "%.2f", value);
    }
}
