package io.github.camelcliq.internal.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/**
 * The server's answer to one request.
 *
 * @param status the HTTP status, from 200
 * @param headers the headers of the answer
 * @param body the body; empty if it is missing, cut off or longer than 64 KiB
 * @param length the bytes of the body that arrived, kept or not
 * @param cutOffBy why the rest of the body did not arrive; {@code null} for a whole answer
 */
public record HttpAnswer(int status, MultiMap headers, Buffer body, int length, Throwable cutOffBy) {

    /** Returns the header {@code Retry-After} unchanged; {@code null} if the answer has none. */
    public String retryAfter() {
        return headers.get(HttpHeaders.RETRY_AFTER);
    }

    /** Returns the header {@code Content-Type} unchanged; {@code null} if the answer has none. */
    public String contentType() {
        return headers.get(HttpHeaders.CONTENT_TYPE);
    }
}
