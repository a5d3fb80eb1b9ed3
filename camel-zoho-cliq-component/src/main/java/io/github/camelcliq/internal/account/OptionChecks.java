package io.github.camelcliq.internal.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects all mistakes in a set of options, so that a user can correct them at once. */
public final class OptionChecks {

    private final List<String> complaints = new ArrayList<>();

    /** Returns all mistakes; empty if there are none. */
    public List<String> complaints() {
        return complaints;
    }

    public void add(String complaint) {
        complaints.add(complaint);
    }

    public void addAll(List<String> more) {
        complaints.addAll(more);
    }

    public void require(boolean fulfilled, String complaint) {
        if (!fulfilled) {
            complaints.add(complaint);
        }
    }

    public void atLeast(String option, int value, int least) {
        require(value >= least, "option " + option + " must be at least " + least);
    }

    public void duration(String option, Duration value, int leastMillis) {
        require(value != null, "option " + option + " is missing");
        if (value != null) {
            duration(option, value.toMillis(), leastMillis);
        }
    }

    /** Requires a duration that Vert.x can take: an int of milliseconds, which is at most 24 days. */
    public void duration(String option, long millis, int leastMillis) {
        require(
                millis >= leastMillis && millis <= Integer.MAX_VALUE,
                "option " + option + " must be from " + leastMillis + " ms to 24 days");
    }
}
