package io.github.camelcliq.sandbox.judging;

import java.util.ArrayList;
import java.util.List;

/**
 * What is said of a message at one {@link RuleLevel}, in the order it was found: the first {@value #MOST} of each,
 * whatever somebody sends.
 *
 * @param complaints what is wrong with it; a message is accepted where this is empty
 * @param remarks what is doubtful and passes
 */
public record Judgement(List<Complaint> complaints, List<Complaint> remarks) {

    /** A megabyte of nonsense holds hundreds of thousands, of which nobody reads more. */
    static final int MOST = 100;

    /** Nothing is said. */
    public static final Judgement NOTHING = new Judgement(List.of(), List.of());

    /** Copies both. */
    public Judgement {
        complaints = List.copyOf(complaints);
        remarks = List.copyOf(remarks);
    }

    /** Complaints alone. */
    public static Judgement of(List<Complaint> complaints) {
        return new Judgement(complaints, List.of());
    }

    /** The same, seen from the document that has this one's document at that place. */
    public Judgement inside(String place) {
        return new Judgement(inside(place, complaints), inside(place, remarks));
    }

    private static List<Complaint> inside(String place, List<Complaint> all) {
        return all.stream()
                .map(each -> new Complaint(place + each.pointer(), each.text(), each.extraKey(), each.from()))
                .toList();
    }

    /** Takes what is found, and sorts it by the level. */
    static final class Collector {

        private final RuleLevel level;
        private final List<Complaint> complaints = new ArrayList<>();
        private final List<Complaint> remarks = new ArrayList<>();

        Collector(RuleLevel level) {
            this.level = level;
        }

        void add(Complaint complaint) {
            List<Complaint> kind = complaint.isRefusedAt(level) ? complaints : remarks;
            if (kind.size() < MOST) {
                kind.add(complaint);
            }
        }

        Judgement judgement() {
            return new Judgement(complaints, remarks);
        }
    }
}
