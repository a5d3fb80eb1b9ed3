package io.github.camelcliq.benchmarks.side;

import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * All that was measured side by side.
 *
 * @param machine where
 * @param pinning on which cores, in words
 * @param plan how long
 * @param warmUps what came before each stage
 * @param slices what was measured, in that order
 */
record Run(Machine machine, String pinning, Plan plan, List<WarmUp> warmUps, List<Slice> slices) {

    /** Whether a scene was measured. */
    boolean has(Scene scene) {
        return slices.stream().anyMatch(slice -> isOf(slice, scene));
    }

    /** Threads whose bytes are not counted, see {@link Slice#unseenThreads}. */
    long unseenThreads() {
        return slices.stream().mapToLong(Slice::unseenThreads).sum();
    }

    /** One figure of one variant, of each round. */
    Sample of(Scene scene, Variant variant, ToDoubleFunction<Slice> figure) {
        return Sample.of(rounds(scene, variant).mapToDouble(figure).toArray());
    }

    /** One figure of one variant divided by that of another in the same round. */
    Sample ratio(Scene scene, Variant variant, Variant other, ToDoubleFunction<Slice> figure) {
        double[] others = rounds(scene, other).mapToDouble(figure).toArray();
        return Sample.of(rounds(scene, variant)
                .mapToDouble(slice -> figure.applyAsDouble(slice) / others[slice.round()])
                .toArray());
    }

    private Stream<Slice> rounds(Scene scene, Variant variant) {
        return slices.stream()
                .filter(slice -> slice.variant() == variant && isOf(slice, scene))
                .sorted(Comparator.comparing(Slice::round));
    }

    private static boolean isOf(Slice slice, Scene scene) {
        return slice.inFlight() == scene.inFlight() && slice.delayMillis() == scene.delayMillis();
    }
}
