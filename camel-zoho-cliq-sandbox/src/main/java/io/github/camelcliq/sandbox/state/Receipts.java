package io.github.camelcliq.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.sandbox.DestinationKind;
import io.github.camelcliq.sandbox.http.Answer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids for accepted messages, and answers as on the messages and bots pages. */
public final class Receipts {

    /** The invented subscriber who gets a bot's message without recipients. */
    private static final String SUBSCRIBER = "55622663";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    // twelve digits, as in the references' own example 1599387839188_229293271789
    private final AtomicLong number = new AtomicLong(229_293_271_789L);

    /** Returns a new message id: the time in milliseconds, and a number that this sandbox uses once. */
    public String newId(Instant time) {
        return time.toEpochMilli() + "_" + number.getAndIncrement();
    }

    /** Returns the answer to an accepted message: empty, or with the ids if {@code sync_message} asks for them. */
    public Answer accepted(DestinationKind kind, JsonNode message, String id, Instant time) {
        if (!message.path("sync_message").booleanValue()) {
            return Answer.NO_CONTENT;
        }
        return new Answer(
                200,
                kind == DestinationKind.BOT
                        ? botReceipt(message, id, time)
                        : JSON.objectNode().put("message_id", id));
    }

    private ObjectNode botReceipt(JsonNode message, String id, Instant time) {
        ObjectNode receipt = JSON.objectNode();
        ArrayNode users = receipt.putArray("user_ids");
        ObjectNode details = receipt.putObject("message_details");
        String next = id;
        for (String user : recipients(message)) {
            users.add(user);
            details.putObject(user)
                    .put("chat_id", "CT_1203304812000146098_" + user + "-B2")
                    .put("message_id", next);
            // every recipient has their own chat, and in it their own message
            next = newId(time);
        }
        return receipt;
    }

    private static List<String> recipients(JsonNode message) {
        String named = message.path("user_ids").isTextual()
                ? message.path("user_ids").textValue()
                : message.path("userids").asText(SUBSCRIBER);
        return Arrays.stream(named.split(",")).map(String::strip).distinct().toList();
    }
}
