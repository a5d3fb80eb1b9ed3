package io.github.camelcliq.benchmarks.side;

import java.time.Duration;
import java.util.List;

/** How long a run is. */
enum Form {
    /** What stands in the guide. */
    FULL(List.of(64, 256, 1), List.of(0, 50), 9, 20_000, Duration.ofMillis(200), Duration.ofSeconds(1)),
    /** To try it: less than a minute. */
    SHORT(List.of(64), List.of(0), 3, 4_000, Duration.ofMillis(100), Duration.ofMillis(700));

    private final List<Integer> inFlight;
    private final List<Integer> delaysMillis;
    private final int rounds;
    private final int warmUp;
    private final Duration runIn;
    private final Duration slice;

    Form(List<Integer> inFlight, List<Integer> delaysMillis, int rounds, int warmUp, Duration runIn, Duration slice) {
        this.inFlight = inFlight;
        this.delaysMillis = delaysMillis;
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.runIn = runIn;
        this.slice = slice;
    }

    /** The numbers of posts in flight that are measured. */
    List<Integer> inFlight() {
        return inFlight;
    }

    /** How long the stub waits, in turn. */
    List<Integer> delaysMillis() {
        return delaysMillis;
    }

    int rounds() {
        return rounds;
    }

    /** Messages that each variant posts before it is measured, for each number in flight. */
    int warmUp() {
        return warmUp;
    }

    /** How long a variant posts before each slice. */
    Duration runIn() {
        return runIn;
    }

    /** How long it is measured in each round. */
    Duration slice() {
        return slice;
    }
}
