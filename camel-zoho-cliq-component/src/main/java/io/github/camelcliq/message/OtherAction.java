package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import java.util.Set;

/**
 * A click whose action the buttons reference does not list, such as {@code invoke.bot} of the message cards page.
 * Refused except at {@link RuleLevel#TOLERANT}.
 *
 * @param type the action's type as JSON spells it, none of {@link ActionData#TYPES}; required
 * @param other the action's data, see {@link MessagePart#other()}; null counts as none
 */
public record OtherAction(@JsonIgnore String type, Map<String, Object> other) implements ActionData {

    public OtherAction {
        if (type != null && TYPES.contains(type)) {
            throw new IllegalArgumentException("'" + type + "' is an action with a record of its own");
        }
        other = PlainValues.other(other, Set.of());
    }
}
