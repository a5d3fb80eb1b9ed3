package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.ReadMessage;
import java.util.List;

/**
 * A message after {@link MessageRules#fit}.
 *
 * @param message the message to post; the given message if nothing was changed
 * @param remarks what was changed: the place in the given message, what was done and by which rule, and the value that
 *     was there; empty if nothing was changed
 */
public record FittedMessage(CliqMessage message, List<Violation> remarks) {

    public FittedMessage {
        remarks = List.copyOf(remarks);
    }

    /** Returns the same, with pointers into the document that the message was read from. */
    FittedMessage in(ReadMessage document) {
        return new FittedMessage(
                message,
                remarks.stream()
                        .map(remark -> remark.at(document.documentPointer(remark.pointer())))
                        .toList());
    }
}
