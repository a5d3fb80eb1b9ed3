package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules say about a message at one {@link RuleLevel}, in the order of its fields.
 *
 * @param violations what is refused; empty when the message may be sent
 * @param remarks what is doubtful and passes: another page says otherwise, or no page says anything
 */
public record Judgement(List<Violation> violations, List<Violation> remarks) {

    static final Judgement NONE = new Judgement(List.of(), List.of());

    public Judgement {
        violations = List.copyOf(violations);
        remarks = List.copyOf(remarks);
    }

    static Judgement of(List<Violation> found, RuleLevel level) {
        if (found.isEmpty()) {
            return NONE;
        }
        List<Violation> violations = new ArrayList<>();
        List<Violation> remarks = new ArrayList<>();
        for (Violation each : found) {
            boolean refused = each.broken().isRefusedAt(level);
            (refused ? violations : remarks).add(each.told(refused));
        }
        return new Judgement(violations, remarks);
    }
}
