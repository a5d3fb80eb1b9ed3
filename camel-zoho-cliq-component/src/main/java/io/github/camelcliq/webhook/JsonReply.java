package io.github.camelcliq.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An answer in the format of a special handler: the options of a form field, a widget, a link preview, suggestions of a
 * command. It is sent unchanged. {@link ReplyReader#forOtherHandlers} makes it.
 *
 * @param output the value of {@code output}: an object or an array; a copy each time
 */
public record JsonReply(JsonNode output) implements FunctionReply {

    /** @throws IllegalArgumentException if the output is neither an object nor an array */
    public JsonReply {
        if (output == null || !output.isContainerNode()) {
            throw new IllegalArgumentException("an answer must be an object or an array");
        }
        output = output.deepCopy();
    }

    @Override
    public JsonNode output() {
        return output.deepCopy();
    }

    /** Returns the same answer if it is an array, since an array has no fields. */
    @Override
    public JsonReply withNavigation() {
        JsonNode copy = output();
        return copy instanceof ObjectNode object ? new JsonReply(object.put(ReplyFields.NAVIGATION, true)) : this;
    }
}
