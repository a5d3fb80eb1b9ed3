package io.github.camelcliq;

import io.github.camelcliq.message.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message that breaks rules of Cliq's, or an exchange that is no message. Nothing was sent. All violations of the
 * message are named at once, in the text on one line and as data in {@link #getViolations()}.
 */
public final class CliqInvalidMessageException extends CliqException {

    private final List<Violation> violations;

    CliqInvalidMessageException(String target, List<Violation> violations) {
        this(target, violations, null);
    }

    CliqInvalidMessageException(String target, List<Violation> violations, Throwable cause) {
        super(describe(target, violations), cause);
        this.violations = List.copyOf(violations);
    }

    /** Everything that is wrong with the message, never empty. */
    public List<Violation> getViolations() {
        return violations;
    }

    private static String describe(String target, List<Violation> violations) {
        return violations.stream()
                .map(Violation::toString)
                .collect(Collectors.joining(
                        "; ",
                        "Message to " + target + " breaks " + violations.size()
                                + (violations.size() == 1 ? " rule: " : " rules: "),
                        ""));
    }
}
