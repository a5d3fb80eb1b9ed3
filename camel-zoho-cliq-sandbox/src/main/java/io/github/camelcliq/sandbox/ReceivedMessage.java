package io.github.camelcliq.sandbox;

import java.time.Instant;
import java.util.Map;

/**
 * A message that the sandbox accepted.
 *
 * @param id the message's id, such as {@code 1599387839188_229293271789}; unique within one sandbox
 * @param version the API version it was posted with, {@code v2} or {@code v3}
 * @param kind what it was posted to
 * @param target the chat id, channel name, channel id, user or bot of the path, percent-decoded
 * @param user the Cliq user whose token it was posted with
 * @param time when it was accepted
 * @param query the query parameters it came with, such as {@code bot_unique_name}, less {@code zapikey}
 * @param json the message as it arrived: the very text, not what was read from it
 */
public record ReceivedMessage(
        String id,
        String version,
        DestinationKind kind,
        String target,
        String user,
        Instant time,
        Map<String, String> query,
        String json) {

    /** Copies the query parameters. */
    public ReceivedMessage {
        query = Map.copyOf(query);
    }
}
