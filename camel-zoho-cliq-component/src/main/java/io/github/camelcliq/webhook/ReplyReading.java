package io.github.camelcliq.webhook;

import io.github.camelcliq.message.Violation;
import java.util.List;

/**
 * The answer that was read, and all of its violations.
 *
 * @param reply the answer as far as it could be read; sent only if there are no violations
 * @param violations the violations, each with its place in the JSON; empty if there are none
 * @param changes the changes that make the answer fit Cliq's limits, see
 *     {@link io.github.camelcliq.message.rules.FittedMessage}; empty if there are none
 * @param remarks the doubtful points of its message that pass, with the same places
 */
public record ReplyReading(
        FunctionReply reply, List<Violation> violations, List<Violation> changes, List<Violation> remarks) {

    public ReplyReading {
        violations = List.copyOf(violations);
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
    }

    /** Creates a reading without changes and without doubtful parts. */
    public ReplyReading(FunctionReply reply, List<Violation> violations) {
        this(reply, violations, List.of(), List.of());
    }

    /** Returns whether the answer may be sent. */
    public boolean isSound() {
        return violations.isEmpty();
    }
}
