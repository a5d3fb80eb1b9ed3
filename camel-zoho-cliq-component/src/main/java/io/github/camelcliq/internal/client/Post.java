package io.github.camelcliq.internal.client;

import io.github.camelcliq.internal.http.HttpPost.Timeouts;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.message.TargetKind;
import io.vertx.core.buffer.Buffer;
import java.util.function.BooleanSupplier;

/**
 * One message to post: its bytes and its target.
 *
 * @param kind the kind of target; decides how the answer is read, and which scopes an error names
 * @param uri path and query under the account's base URL, encoded, such as {@code /api/v2/chats/CT_1/messages}
 * @param body the JSON of the message, UTF-8; not changed after this
 * @param asksForId whether the message sets {@code sync_message}, so that the answer should name its id
 * @param permitRequest what the post needs of the account's budget
 * @param timeouts how long the post waits for the network
 * @param permitted called when the post gets a permit, once more if it needs another one; must not throw or block
 * @param wanted whether the post is to go out; asked when it gets a permit; must not throw or block
 */
public record Post(
        TargetKind kind,
        String uri,
        Buffer body,
        boolean asksForId,
        PostPacer.PermitRequest permitRequest,
        Timeouts timeouts,
        Runnable permitted,
        BooleanSupplier wanted) {}
