package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.Pointers;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.ReadMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges the violations of a document's shape with those of the rules in the message that was read from it. Each
 * violation stands once. A part that could not be read does not count as missing.
 */
final class MergedFindings {

    private static final List<String> FIRST_FIELDS =
            List.of("", "/text", "/bot", "/card", "/slides", "/styles", "/buttons", "/references");
    private static final Comparator<Violation> DOCUMENT_ORDER = Comparator.<Violation>comparingInt(
                    violation -> fieldRank(violation.pointer()))
            .thenComparingInt(violation -> index(violation.pointer()));

    private final ReadMessage reading;
    private final Set<String> misread = new HashSet<>();
    private final Set<String> aroundMisread = new HashSet<>();

    MergedFindings(ReadMessage reading) {
        this.reading = reading;
        for (Violation violation : reading.violations()) {
            if (violation.broken() == Rule.SHAPE) {
                noteMisread(violation.pointer());
            }
        }
    }

    private void noteMisread(String pointer) {
        misread.add(pointer);
        for (String place = pointer; place != null; place = Pointers.parent(place)) {
            aroundMisread.add(place);
        }
    }

    /** Returns the violations of the shape, and the others of the rules, in the order of the message's fields. */
    List<Violation> with(List<Violation> broken) {
        List<Violation> all = new ArrayList<>(reading.violations());
        for (Violation violation : broken) {
            Violation there = violation.at(reading.documentPointer(violation.pointer()));
            if (!isGapOfReading(there)) {
                all.add(there);
            }
        }
        all.sort(DOCUMENT_ORDER);
        return List.copyOf(all);
    }

    /** Returns whether a rule seems broken only because something could not be read. */
    private boolean isGapOfReading(Violation broken) {
        for (String place = broken.pointer(); place != null; place = Pointers.parent(place)) {
            if (misread.contains(place)) {
                return true;
            }
        }
        return switch (broken.broken()) {
            case UNUSED_REFERENCE -> misread.contains("/text");
            case EMPTY -> aroundMisread.contains(broken.pointer());
            case BOT_CONTENT -> misread.contains("/card") || misread.contains("/slides");
            default -> isOfNothing(broken) && aroundMisread.contains(broken.pointer());
        };
    }

    /** Returns whether the value is missing or null. The string "null" does not count, since it has quotes here. */
    private static boolean isOfNothing(Violation violation) {
        return violation.actual() == null || violation.actual().equals("null");
    }

    private static int fieldRank(String pointer) {
        int end = pointer.indexOf('/', 1);
        int rank = FIRST_FIELDS.indexOf(end < 0 ? pointer : pointer.substring(0, end));
        return rank >= 0 ? rank : FIRST_FIELDS.size();
    }

    /** Returns the index in the message's list of buttons or slides; -1 outside a list. */
    private static int index(String pointer) {
        int start = pointer.indexOf('/', 1) + 1;
        int end = start;
        while (start > 0 && end < pointer.length() && Character.isDigit(pointer.charAt(end)) && end - start < 9) {
            end++;
        }
        return end == start ? -1 : Integer.parseInt(pointer.substring(start, end));
    }
}
