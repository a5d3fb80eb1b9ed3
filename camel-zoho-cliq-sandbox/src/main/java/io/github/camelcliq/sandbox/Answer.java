package io.github.camelcliq.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the sandbox answers.
 *
 * @param status the HTTP status
 * @param body the JSON body; {@code null} is none
 */
record Answer(int status, ObjectNode body) {

    static final Answer NO_CONTENT = new Answer(204, null);

    /** An error in the flat form of Cliq's references, with no code: they name none for most errors. */
    static Answer error(int status, String message) {
        return new Answer(status, JsonNodeFactory.instance.objectNode().put("message", message));
    }

    /** An error with one of the codes seen on a live organisation. */
    static Answer error(int status, String code, String message) {
        return new Answer(
                status, JsonNodeFactory.instance.objectNode().put("code", code).put("message", message));
    }
}
