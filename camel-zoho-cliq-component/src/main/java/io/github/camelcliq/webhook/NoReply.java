package io.github.camelcliq.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Nothing is shown. That an empty output says so is our choice: the references do not say. */
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
