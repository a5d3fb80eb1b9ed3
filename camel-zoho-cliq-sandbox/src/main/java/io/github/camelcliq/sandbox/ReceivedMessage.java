package io.github.camelcliq.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A message that the sandbox accepted.
 *
 * @param sequence its number among all messages accepted since the start, from 1; a reset does not begin again at 1
 * @param id the message's id, such as {@code 1599387839188_229293271789}; unique within one sandbox
 * @param version the API version it was posted with, {@code v2} or {@code v3}; for a function's answer, the version of
 *     the clicked message
 * @param kind what it was posted to
 * @param target the chat id, channel name, channel id, user or bot of the path, percent-decoded
 * @param user the Cliq user whose token it was posted with; for a function's answer, the user who clicked
 * @param author the author that Cliq would show
 * @param time when it was accepted
 * @param query the query parameters of the post, such as {@code bot_unique_name}, without credentials
 * @param json the text of the message exactly as it arrived
 * @param state its edits, votes and clicks until now; ask for the message again to see later changes
 */
public record ReceivedMessage(
        long sequence,
        String id,
        String version,
        DestinationKind kind,
        String target,
        String user,
        MessageAuthor author,
        Instant time,
        Map<String, String> query,
        String json,
        MessageState state) {

    /** Copies the query parameters. */
    public ReceivedMessage {
        query = Map.copyOf(query);
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(state, "state");
    }

    /** Returns the message's JSON after its last edit, or as it arrived. */
    public String currentJson() {
        return state.edited().orElse(json);
    }

    /** Returns how many characters it holds. */
    public int length() {
        int length = target.length() + json.length() + state.length();
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            length += parameter.getKey().length() + parameter.getValue().length();
        }
        return length;
    }
}
