package io.github.camelcliq.benchmarks.side;

/**
 * What one variant did in one round of a scene.
 *
 * @param inFlight posts in flight, each to a chat of its own
 * @param delayMillis how long the stub waits before it answers
 * @param round from 0
 * @param messages how many were accepted while it was measured
 * @param nanos how long it was measured
 * @param cpuNanos the CPU time of this JVM meanwhile, all threads, compiler and collector included
 * @param allocatedBytes what its threads allocated meanwhile
 * @param unseenThreads threads that came and went so fast that what they allocated is not counted
 * @param stubCpuNanos the CPU time of the stub's JVM meanwhile
 */
record Slice(
        Variant variant,
        int inFlight,
        int delayMillis,
        int round,
        long messages,
        long nanos,
        long cpuNanos,
        long allocatedBytes,
        long unseenThreads,
        long stubCpuNanos) {

    /** Messages a second. */
    double rate() {
        return messages * 1e9 / nanos;
    }

    /** Microseconds of CPU time a message. */
    double cpuMicros() {
        return cpuNanos / 1e3 / messages;
    }

    /** Bytes allocated a message. */
    double bytes() {
        return (double) allocatedBytes / messages;
    }

    /** How much of one core the stub used. */
    double stubCores() {
        return (double) stubCpuNanos / nanos;
    }
}
