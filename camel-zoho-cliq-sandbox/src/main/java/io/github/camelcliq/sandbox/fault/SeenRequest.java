package io.github.camelcliq.sandbox.fault;

/**
 * The parts of a request that a rule of the fault injector sees.
 *
 * @param method the HTTP method
 * @param path the path, as it arrived
 * @param query the query, as it arrived, with the value of {@code zapikey} masked; {@code null} if there was none
 * @param body the body as text; empty for faults that show before the body is read. The body of a token request holds
 *     credentials and is never shown
 */
public record SeenRequest(String method, String path, String query, String body) {

    @Override
    public String toString() {
        return method + " " + path;
    }
}
