package io.github.camelcliq.webhook;

import io.github.camelcliq.message.Violation;
import java.util.List;

/**
 * An answer as it could be read, and everything that is wrong with it.
 *
 * @param reply the answer as far as it could be read; goes out only where there are no violations
 * @param violations what breaks the rules, each with its place in the JSON; empty when nothing does
 * @param changes what was changed of the answer so that Cliq takes it, see
 *     {@link io.github.camelcliq.message.FittedMessage}; empty when nothing was
 * @param remarks what is doubtful about its message and passes, with the same places
 */
public record ReplyReading(
        FunctionReply reply, List<Violation> violations, List<Violation> changes, List<Violation> remarks) {

    public ReplyReading {
        violations = List.copyOf(violations);
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
    }

    /** An answer of which nothing was changed, and nothing is doubtful. */
    public ReplyReading(FunctionReply reply, List<Violation> violations) {
        this(reply, violations, List.of(), List.of());
    }

    /** Whether the answer may go out. */
    public boolean isSound() {
        return violations.isEmpty();
    }
}
