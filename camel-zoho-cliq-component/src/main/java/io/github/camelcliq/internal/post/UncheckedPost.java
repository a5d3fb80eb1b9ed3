package io.github.camelcliq.internal.post;

import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.ReadMessage;
import io.github.camelcliq.message.rules.Judgement;
import io.github.camelcliq.message.rules.MessageRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The post that an exchange asks for, before it is checked.
 *
 * @param target the target; {@code null} if neither the endpoint nor the exchange names it
 * @param missingTarget what is wrong with the target; {@code null} if there is a target
 * @param reading the message, with the violations of its reading
 * @param changes the changes to the message that make it fit Cliq's limits
 */
public record UncheckedPost(PostTarget target, Violation missingTarget, ReadMessage reading, List<Violation> changes) {

    /** Returns the target for an error or a log line: the kind and the id, or the kind alone without an id. */
    public String place(TargetKind kind) {
        return target == null ? kind.uriName() : target.place();
    }

    /** Returns all violations: of the format, of the rules, and a missing target. Also returns what is doubtful. */
    public Judgement judge(MessageRules rules, TargetKind kind) {
        Judgement found = rules.judge(reading, kind);
        if (missingTarget == null) {
            return found;
        }
        List<Violation> all = new ArrayList<>(found.violations());
        all.add(missingTarget);
        return new Judgement(all, found.remarks());
    }
}
