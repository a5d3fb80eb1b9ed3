package io.github.camelcliq.sandbox.fault;

/**
 * What a rule of the fault injector may look at.
 *
 * @param method the HTTP method
 * @param path the path, as it arrived
 * @param query the query, as it arrived, with the value of {@code zapikey} masked; {@code null} where there was none
 * @param body the body as text; empty for faults that show before it is read. A token request's holds credentials: its
 *     text is never shown
 */
public record SeenRequest(String method, String path, String query, String body) {

    @Override
    public String toString() {
        return method + " " + path;
    }
}
