package io.github.camelcliq.benchmarks.message;

import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.Sample;

/**
 * What was measured with one message.
 *
 * @param machine where
 * @param check its rules
 * @param write its writing
 */
record MessageRun(Machine machine, Measured check, Measured write) {

    /**
     * One value of each iteration.
     *
     * @param nanos time a message
     * @param bytes memory allocated a message, whole bytes
     */
    record Measured(double[] nanos, double[] bytes) {

        Sample time() {
            return Sample.of(nanos);
        }

        Sample memory() {
            return Sample.of(bytes);
        }
    }
}
