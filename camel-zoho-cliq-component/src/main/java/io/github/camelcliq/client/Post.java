package io.github.camelcliq.client;

import io.github.camelcliq.message.TargetKind;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Objects;

/**
 * One message on its way: the bytes and the place they go to.
 *
 * @param kind what is posted to; decides how the answer is read and which scopes are named when one is missing
 * @param uri path and query under the account's base URL, encoded, such as {@code /api/v2/chats/CT_1/messages}
 * @param body the JSON of the message, UTF-8; not changed after this
 * @param connectTimeout for the connection, and for waiting until the pool has one free
 * @param requestTimeout from the connection being there to the end of the answer: the longest silence on the wire
 */
public record Post(TargetKind kind, String uri, Buffer body, Duration connectTimeout, Duration requestTimeout) {

    public Post {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(connectTimeout, "connectTimeout");
        Objects.requireNonNull(requestTimeout, "requestTimeout");
    }
}
