package io.github.camelcliq.sandbox.judging;

import java.util.ArrayList;
import java.util.List;

/**
 * The complaints and remarks about a message at one {@link RuleLevel}, in the order in which they were found: at most
 * the first {@value #MOST} of each.
 *
 * @param complaints the errors; a message without errors is accepted
 * @param remarks the doubtful points that pass
 */
public record Judgement(List<Complaint> complaints, List<Complaint> remarks) {

    /** The largest number of complaints, and of remarks. A body of a megabyte can have hundreds of thousands. */
    static final int MOST = 100;

    /** A judgement without complaints and remarks. */
    public static final Judgement NOTHING = new Judgement(List.of(), List.of());

    /** Copies both. */
    public Judgement {
        complaints = List.copyOf(complaints);
        remarks = List.copyOf(remarks);
    }

    /** Returns a judgement with complaints only. */
    public static Judgement of(List<Complaint> complaints) {
        return new Judgement(complaints, List.of());
    }

    /** Returns this judgement for a document that has the judged one at a place. */
    public Judgement inside(String place) {
        return new Judgement(inside(place, complaints), inside(place, remarks));
    }

    private static List<Complaint> inside(String place, List<Complaint> all) {
        return all.stream()
                .map(each -> new Complaint(place + each.pointer(), each.text(), each.extraKey(), each.from()))
                .toList();
    }

    /** Collects points, and sorts them into complaints and remarks by the level. */
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
