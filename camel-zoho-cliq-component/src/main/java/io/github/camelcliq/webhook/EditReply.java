package io.github.camelcliq.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.json.MessageJson;
import java.util.Objects;

/**
 * A new version of the clicked message. Cliq may refuse this for messages posted over REST, because perhaps only the
 * extension that sent a message may edit it.
 *
 * @param message the message that replaces the clicked message
 * @param navigation whether Cliq shows a way back
 */
public record EditReply(CliqMessage message, boolean navigation) implements FunctionReply {

    public EditReply {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public EditReply withNavigation() {
        return new EditReply(message, true);
    }

    @Override
    public ObjectNode output() {
        JsonNode edited = MessageJson.toTree(message);
        ObjectNode output = JsonNodeFactory.instance.objectNode().put(ReplyFields.TYPE, ReplyFields.EDIT);
        output.setAll((ObjectNode) edited);
        return navigation ? output.put(ReplyFields.NAVIGATION, true) : output;
    }
}
