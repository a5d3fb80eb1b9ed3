package io.github.camelcliq.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer that shows nothing. It has an empty output, which is our choice: the references do not say. */
public record NoReply() implements FunctionReply {

    static final NoReply NOTHING = new NoReply();

    @Override
    public NoReply withNavigation() {
        return this;
    }

    @Override
    public ObjectNode output() {
        return JsonNodeFactory.instance.objectNode();
    }
}
