package io.github.camelcliq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a set of options, so that a user mends it in one go. */
final class OptionChecks {

    private final List<String> complaints = new ArrayList<>();

    /** Everything that is wrong; empty where nothing is. */
    List<String> complaints() {
        return complaints;
    }

    void add(String complaint) {
        complaints.add(complaint);
    }

    void addAll(List<String> more) {
        complaints.addAll(more);
    }

    void require(boolean fulfilled, String complaint) {
        if (!fulfilled) {
            complaints.add(complaint);
        }
    }

    void atLeast(String option, int value, int least) {
        require(value >= least, "option " + option + " must be at least " + least);
    }

    void duration(String option, Duration value, int leastMillis) {
        require(value != null, "option " + option + " is missing");
        if (value != null) {
            duration(option, value.toMillis(), leastMillis);
        }
    }

    /** Vert.x takes connection time-outs as an int of milliseconds, which is 24 days and more than anybody waits. */
    void duration(String option, long millis, int leastMillis) {
        require(
                millis >= leastMillis && millis <= Integer.MAX_VALUE,
                "option " + option + " must be from " + leastMillis + " ms to 24 days");
    }
}
