package io.github.camelcliq.sandbox.click;

/**
 * The answer of a function.
 *
 * @param status the HTTP status
 * @param body the body as text; cut at {@value DeliveredClick#LONGEST} characters
 */
public record FunctionAnswer(int status, String body) {

    /** Cuts the body. */
    public FunctionAnswer {
        body = DeliveredClick.cut(body);
    }
}
