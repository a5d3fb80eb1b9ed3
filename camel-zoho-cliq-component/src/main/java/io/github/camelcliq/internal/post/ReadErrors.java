package io.github.camelcliq.internal.post;

import io.github.camelcliq.message.Violation;
import java.util.ArrayList;
import java.util.List;

/** What could not be read of one exchange, and the exception that was the first reason for it, where one was. */
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

    /** {@code null} where no exception was the reason. */
    Throwable cause() {
        return cause;
    }
}
