package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.Pointers;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Violation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the rules have found so far, for all levels. It is collected from the inner parts to the outer. A message
 * without findings costs nothing: there is one {@link #NONE}, and no pointer is built before {@link #toList()}.
 */
final class Findings {

    static final Findings NONE = new Findings(null, null, null, null);

    /** One violation without its pointer; null if this joins two groups. The second group may be null. */
    private final Violation here;

    private final String prefix;
    private final Findings first;
    private final Findings second;

    private Findings(Violation here, String prefix, Findings first, Findings second) {
        this.here = here;
        this.prefix = prefix;
        this.first = first;
        this.second = second;
    }

    /** Returns a violation for a value that breaks a rule; null if there is no value. */
    static Findings of(Rule rule, String asked, String actual) {
        return new Findings(new Violation("", asked, actual, rule), "", null, null);
    }

    /** Returns a violation for a missing value. */
    static Findings missing(String asked) {
        return of(Rule.REQUIRED, asked, null);
    }

    /** Returns these violations, and the others after them. */
    Findings and(Findings others) {
        if (others == NONE) {
            return this;
        }
        return this == NONE ? others : new Findings(null, "", this, others);
    }

    /** Returns the same violations for the object with the field {@code name}. */
    Findings at(String name) {
        return this == NONE ? NONE : new Findings(null, Pointers.segment(name), this, null);
    }

    /** Returns the same violations for the list that holds the value. */
    Findings at(int index) {
        return this == NONE ? NONE : new Findings(null, "/" + index, this, null);
    }

    /** Returns all violations with their pointers. It uses no recursion, since there may be a hundred thousand. */
    List<Violation> toList() {
        if (this == NONE) {
            return List.of();
        }
        List<Violation> all = new ArrayList<>();
        Deque<Located> open = new ArrayDeque<>();
        open.push(new Located("", this));
        while (!open.isEmpty()) {
            Located next = open.pop();
            if (next.found().here != null) {
                all.add(next.violation());
            } else {
                next.openInto(open);
            }
        }
        return List.copyOf(all);
    }

    /** Some violations and the pointer of the object they were found in. */
    private record Located(String pointer, Findings found) {

        Violation violation() {
            return found.here.at(pointer);
        }

        void openInto(Deque<Located> open) {
            String inside = pointer + found.prefix;
            if (found.second != null) {
                open.push(new Located(inside, found.second));
            }
            open.push(new Located(inside, found.first));
        }
    }
}
