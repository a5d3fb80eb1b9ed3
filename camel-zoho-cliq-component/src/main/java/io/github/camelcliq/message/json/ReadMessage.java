package io.github.camelcliq.message.json;

import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.PlainValues;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import java.util.List;
import java.util.Map;

/**
 * A message that was read from JSON, and what could not be read.
 * {@link io.github.camelcliq.message.rules.MessageRules#check(ReadMessage, TargetKind)} says what is wrong with both
 * together.
 *
 * @param message the message; never null. A part that could not be read is absent, or null as an entry of a list
 * @param violations values of a wrong shape, in the document's order, and values whose shape only some pages allow;
 *     empty when nothing was lost
 * @param moved values that the document has at another place: from the message's pointer to the document's, such as
 *     from {@code /buttons} to {@code /card/buttons}, outer values first
 */
public record ReadMessage(CliqMessage message, List<Violation> violations, Map<String, String> moved) {

    public ReadMessage {
        violations = List.copyOf(violations);
        moved = PlainValues.map(moved);
    }

    /** Creates a read message whose values all have the same pointer in the document. */
    public ReadMessage(CliqMessage message, List<Violation> violations) {
        this(message, violations, Map.of());
    }

    /** Returns the pointer in the document of the value that the message has at {@code pointer}. */
    public String documentPointer(String pointer) {
        String there = pointer;
        for (int end = 0; end >= 0 && !moved.isEmpty(); ) {
            end = there.indexOf('/', end + 1);
            String place = end < 0 ? there : there.substring(0, end);
            String target = moved.get(place);
            if (target != null) {
                there = target + there.substring(place.length());
                end = end < 0 ? end : target.length();
            }
        }
        return there;
    }
}
