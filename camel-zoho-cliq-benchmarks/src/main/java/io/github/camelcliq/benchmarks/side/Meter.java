package io.github.camelcliq.benchmarks.side;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Measures variants, one slice of time after the other, and holds what they say against what the stub says. */
final class Meter {

    private static final Duration LOOK = Duration.ofMillis(100);

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final StubProcess stub;

    Meter(StubProcess stub) {
        this.stub = stub;
    }

    /** Posts for so long, and until so many messages are accepted, and measures nothing. */
    void warmUp(Poster poster, int inFlight, long messages, int millis) throws Exception {
        long end = System.nanoTime() + millis * 1_000_000L;
        Load load = new Load(poster, inFlight);
        load.start(0);
        while (load.goesOn() && (load.accepted() < messages || System.nanoTime() < end)) {
            Thread.sleep(LOOK.toMillis() / 10);
        }
        load.drain();
    }

    /**
     * @param runInMillis how long the variant posts before it is measured
     * @param millis how long it is measured
     * @throws IllegalStateException if a message was not accepted, or if the stub did not get what was accepted
     */
    Slice measure(Variant variant, Poster poster, Scene scene, int round, int runInMillis, int millis)
            throws Exception {
        long postsBefore = stub.posts();
        long stubCpuBefore = stub.cpuNanos();
        long began = System.nanoTime();
        Load load = new Load(poster, scene.inFlight());
        load.start(scene.delayMillis());
        Thread.sleep(runInMillis);
        AllocatedBytes bytes = new AllocatedBytes();
        long cpuBefore = machine.getProcessCpuTime();
        long acceptedBefore = load.accepted();
        long start = System.nanoTime();
        look(bytes, load, start + millis * 1_000_000L);
        long messages = load.accepted() - acceptedBefore;
        long nanos = System.nanoTime() - start;
        long cpu = machine.getProcessCpuTime() - cpuBefore;
        load.drain();
        long whole = System.nanoTime() - began;
        check(load.accepted(), stub.posts() - postsBefore);
        long stubCpu = (stub.cpuNanos() - stubCpuBefore) * nanos / whole;
        return new Slice(
                variant,
                scene.inFlight(),
                scene.delayMillis(),
                round,
                messages,
                nanos,
                cpu,
                bytes.sum(),
                bytes.unseen(),
                stubCpu);
    }

    private static void look(AllocatedBytes bytes, Load load, long end) throws InterruptedException {
        while (load.goesOn() && System.nanoTime() < end) {
            long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
            Thread.sleep(Math.min(left, LOOK.toMillis()));
            bytes.look();
        }
    }

    private static void check(long accepted, long arrived) {
        if (accepted != arrived) {
            throw new IllegalStateException(accepted + " messages accepted, " + arrived + " arrived");
        }
    }
}
