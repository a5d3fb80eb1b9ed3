package io.github.camelcliq;

import io.github.camelcliq.message.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The message breaks Cliq's rules, or the exchange has no message. Nothing was sent. {@link #getViolations()} has all
 * violations of the message. The text has the first twenty, on one line.
 */
public final class CliqInvalidMessageException extends CliqException {

    /** A generated message may have thousands of violations, and a log line must stay short. */
    private static final int MAX_IN_TEXT = 20;

    private final List<Violation> violations;

    /** @param what the message that breaks the rules, such as {@code Message to chat/CT_1}; the text begins with it */
    public CliqInvalidMessageException(String what, List<Violation> violations) {
        this(what, violations, null);
    }

    /** @param what the message that breaks the rules, such as {@code Message to chat/CT_1}; the text begins with it */
    public CliqInvalidMessageException(String what, List<Violation> violations, Throwable cause) {
        super(describe(what, violations), cause);
        this.violations = List.copyOf(violations);
    }

    /** Returns all violations of the message; never empty. */
    public List<Violation> getViolations() {
        return violations;
    }

    private static String describe(String what, List<Violation> violations) {
        int left = violations.size() - MAX_IN_TEXT;
        return violations.stream()
                .limit(MAX_IN_TEXT)
                .map(Violation::toString)
                .collect(Collectors.joining(
                        "; ",
                        what + " breaks " + violations.size() + (violations.size() == 1 ? " rule: " : " rules: "),
                        left > 0 ? "; and " + left + " more" : ""));
    }
}
