package io.github.camelcliq.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.json.MessageJson;
import java.util.Objects;

/**
 * An answer that is a message to everybody in the chat.
 *
 * @param message the message
 * @param navigation whether Cliq shows a way back
 */
public record MessageReply(CliqMessage message, boolean navigation) implements FunctionReply {

    public MessageReply {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public MessageReply withNavigation() {
        return new MessageReply(message, true);
    }

    @Override
    public ObjectNode output() {
        ObjectNode output = (ObjectNode) MessageJson.toTree(message);
        return navigation ? output.put(ReplyFields.NAVIGATION, true) : output;
    }
}
