package io.github.camelcliq.internal.post.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Makes a message of the body of an exchange. Safe for use by many threads. */
public interface MessageTemplate {

    /**
     * Returns the JSON of the message. It may share nodes with the input and the variables: copy before a change.
     *
     * @param variables the values that the template knows besides the input, by their names
     * @throws TemplateException if the template cannot make anything of the input
     */
    JsonNode apply(Map<String, JsonNode> variables, JsonNode input) throws TemplateException;

    /** Returns the name of the template for errors, as the option has it: {@code classpath:cards/alert.jslt}. */
    String name();
}
