package io.github.camelcliq.webhook;

import io.github.camelcliq.message.Violation;
import java.util.List;

/**
 * An answer as it could be read, and everything that is wrong with it.
 *
 * @param reply the answer as far as it could be read; goes out only where there are no violations
 * @param violations what breaks the rules, each with its place in the JSON; empty when nothing does
 */
public record ReplyReading(FunctionReply reply, List<Violation> violations) {

    public ReplyReading {
        violations = List.copyOf(violations);
    }

    /** Whether the answer may go out. */
    public boolean isSound() {
        return violations.isEmpty();
    }
}
