package io.github.camelcliq.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A message that the sandbox accepted.
 *
 * @param sequence which one it is of those accepted since the start, from 1; a reset does not begin anew
 * @param id the message's id, such as {@code 1599387839188_229293271789}; unique within one sandbox
 * @param version the API version it was posted with, {@code v2} or {@code v3}; of a function's answer, that of the
 *     message that was clicked
 * @param kind what it was posted to
 * @param target the chat id, channel name, channel id, user or bot of the path, percent-decoded
 * @param user the Cliq user whose token it was posted with; of a function's answer, who clicked
 * @param author whom Cliq would show as its author
 * @param time when it was accepted
 * @param query the query parameters it came with, such as {@code bot_unique_name}, less credentials
 * @param json the message as it arrived: the very text, not what was read from it
 * @param state what has become of it since; later changes are seen in messages that are asked for later
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

    /** The message's JSON as it stands now: as it was edited, or as it arrived. */
    public String currentJson() {
        return state.edited().orElse(json);
    }

    /** The characters it holds. */
    public int length() {
        int length = target.length() + json.length() + state.length();
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            length += parameter.getKey().length() + parameter.getValue().length();
        }
        return length;
    }
}
