package io.github.camelcliq.internal.post;

import io.github.camelcliq.internal.client.PostTarget;
import io.github.camelcliq.message.Findings;
import io.github.camelcliq.message.MessageRules;
import io.github.camelcliq.message.Reading;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What an exchange asks to be posted, before it is checked.
 *
 * @param target where to, {@code null} where neither the endpoint nor the exchange names it
 * @param missingTarget what is wrong with the target; {@code null} where there is one
 * @param reading the message, with what could not be read of it
 * @param changes what was changed of the message so that Cliq takes it
 */
public record UncheckedPost(PostTarget target, Violation missingTarget, Reading reading, List<Violation> changes) {

    /** Where to, for a message: the kind and the id, or the kind alone where nobody names an id. */
    public String place(TargetKind kind) {
        return target == null ? kind.uriName() : target.place();
    }

    /**
     * All that is wrong with a draft: its shape, the rules that it breaks, and a missing target; and what is doubtful.
     */
    public Findings judge(MessageRules rules, TargetKind kind) {
        Findings found = rules.judge(reading, kind);
        if (missingTarget == null) {
            return found;
        }
        List<Violation> all = new ArrayList<>(found.violations());
        all.add(missingTarget);
        return new Findings(all, found.remarks());
    }
}
