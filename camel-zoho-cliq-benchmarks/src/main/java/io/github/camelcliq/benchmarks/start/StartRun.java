package io.github.camelcliq.benchmarks.start;

import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.Sample;
import java.util.List;

/**
 * What was measured of starts.
 *
 * @param machine where
 * @param rounds each with one start of either application
 */
record StartRun(Machine machine, List<Round> rounds) {

    /**
     * @param cliq milliseconds of the application with the component
     * @param vertxHttp milliseconds of that with what there is in Camel itself
     */
    record Round(double cliq, double vertxHttp) {}

    Sample cliq() {
        return Sample.of(rounds.stream().mapToDouble(Round::cliq).toArray());
    }

    Sample vertxHttp() {
        return Sample.of(rounds.stream().mapToDouble(Round::vertxHttp).toArray());
    }

    /** The component's divided by the other in the same round. */
    Sample ratio() {
        return Sample.of(rounds.stream()
                .mapToDouble(round -> round.cliq() / round.vertxHttp())
                .toArray());
    }
}
