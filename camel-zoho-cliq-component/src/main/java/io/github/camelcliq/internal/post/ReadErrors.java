package io.github.camelcliq.internal.post;

import io.github.camelcliq.message.Violation;
import java.util.ArrayList;
import java.util.List;

/** The parts of one exchange that could not be read, and the first exception that prevented it. */
final class ReadErrors {

    private final List<Violation> violations = new ArrayList<>();
    private Throwable cause;

    void add(Violation violation) {
        violations.add(violation);
    }

    void add(Violation violation, Throwable reason) {
        violations.add(violation);
        if (cause == null) {
            cause = reason;
        }
    }

    void addAll(List<Violation> more) {
        violations.addAll(more);
    }

    List<Violation> violations() {
        return violations;
    }

    /** Returns the first exception; {@code null} if there was no exception. */
    Throwable cause() {
        return cause;
    }
}
