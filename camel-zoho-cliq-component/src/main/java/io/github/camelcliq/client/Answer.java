package io.github.camelcliq.client;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/**
 * What came back for a post.
 *
 * @param status the HTTP status
 * @param headers the headers of the answer
 * @param body what can be read of the body; empty where it is missing, cut off or too long
 * @param length the bytes of the body that came, read or not
 */
record Answer(int status, MultiMap headers, Buffer body, int length) {

    /** How long to wait before the next attempt, as the answer has it: seconds or an HTTP date, or nonsense. */
    String retryAfter() {
        return headers.get(HttpHeaders.RETRY_AFTER);
    }

    String contentType() {
        return headers.get(HttpHeaders.CONTENT_TYPE);
    }
}
