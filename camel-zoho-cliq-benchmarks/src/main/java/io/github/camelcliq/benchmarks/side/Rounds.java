package io.github.camelcliq.benchmarks.side;

/**
 * How often all variants are measured in turn under one load. What disturbs a machine comes and goes within seconds: of
 * many short slices fewer pairs are torn apart by it than of a few long ones.
 *
 * @param delayMillis how long the stub waits before it answers
 * @param number how many rounds
 * @param sliceMillis how long each variant is measured in each of them; many times the delay
 */
record Rounds(int delayMillis, int number, int sliceMillis) {

    @Override
    public String toString() {
        return number + " rounds of " + sliceMillis + " ms for each variant where answers come after " + delayMillis
                + " ms";
    }
}
