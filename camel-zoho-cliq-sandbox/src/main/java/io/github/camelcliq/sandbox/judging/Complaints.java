package io.github.camelcliq.sandbox.judging;

import java.util.ArrayList;
import java.util.List;

/**
 * The complaints about one message, in the order they were found: the first {@value #MOST}, whatever somebody sends.
 */
final class Complaints {

    /** A megabyte of nonsense holds hundreds of thousands, of which nobody reads more. */
    static final int MOST = 100;

    private final List<Complaint> found = new ArrayList<>();

    void add(Complaint complaint) {
        if (found.size() < MOST) {
            found.add(complaint);
        }
    }

    List<Complaint> found() {
        return List.copyOf(found);
    }
}
