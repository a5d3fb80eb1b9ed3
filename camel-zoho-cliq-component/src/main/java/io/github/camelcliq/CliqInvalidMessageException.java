package io.github.camelcliq;

import io.github.camelcliq.message.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message that breaks rules of Cliq's, or an exchange that is no message. Nothing was sent. All violations of the
 * message are named at once: as data in {@link #getViolations()}, and the first twenty in the text on one line.
 */
public final class CliqInvalidMessageException extends CliqException {

    /** A message of a generator's can break a rule in each of ten thousand places, and a log line has an end. */
    private static final int MAX_IN_TEXT = 20;

    private final List<Violation> violations;

    public CliqInvalidMessageException(String what, List<Violation> violations) {
        this(what, violations, null);
    }

    /** @param what breaks the rules, such as {@code Message to chat/CT_1}; the text begins with it */
    public CliqInvalidMessageException(String what, List<Violation> violations, Throwable cause) {
        super(describe(what, violations), cause);
        this.violations = List.copyOf(violations);
    }

    /** Everything that is wrong with the message, never empty. */
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
