package io.github.camelcliq.internal.click;

import io.github.camelcliq.webhook.FunctionReply;

/**
 * The answer to a request, always JSON.
 *
 * @param status the HTTP status
 * @param json the body
 */
public record ClickResponse(int status, String json) {

    static final ClickResponse NOTHING = of(FunctionReply.nothing());

    public static ClickResponse of(FunctionReply reply) {
        return new ClickResponse(200, reply.json());
    }
}
