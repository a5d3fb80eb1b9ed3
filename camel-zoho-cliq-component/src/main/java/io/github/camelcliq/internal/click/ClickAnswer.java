package io.github.camelcliq.internal.click;

import io.github.camelcliq.webhook.FunctionReply;

/**
 * What a request is answered with: JSON, always.
 *
 * @param status the HTTP status
 * @param json the body
 */
public record ClickAnswer(int status, String json) {

    static final ClickAnswer NOTHING = of(FunctionReply.nothing());

    public static ClickAnswer of(FunctionReply reply) {
        return new ClickAnswer(200, reply.json());
    }
}
