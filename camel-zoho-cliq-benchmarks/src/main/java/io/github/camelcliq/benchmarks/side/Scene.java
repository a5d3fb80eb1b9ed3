package io.github.camelcliq.benchmarks.side;

/**
 * What all variants are measured under.
 *
 * @param inFlight posts in flight, each to a chat of its own
 * @param delayMillis how long the stub waits before it answers
 */
record Scene(int inFlight, int delayMillis) {

    @Override
    public String toString() {
        return inFlight + " in flight, answers after " + delayMillis + " ms";
    }
}
