package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.BotMessage;
import java.util.Map;

/**
 * Cliq's word that it accepted a message.
 *
 * @param status the HTTP status, any 2xx
 * @param messageId the id of the posted message, such as {@code 1599387839188_229293271789}; {@code null} where Cliq
 *     names none, as it does unless the message asks for {@code sync_message}
 * @param messageDetails for a post as a bot, the message each recipient got, by user id; empty otherwise
 * @param missingId why there is no id although the message asks for {@code sync_message}, such as {@code Cliq's answer
 *     names no message id (12 bytes of text/plain)}; {@code null} where there is one, or the message did not ask
 */
public record Receipt(int status, String messageId, Map<String, BotMessage> messageDetails, String missingId)
        implements PostResult {

    public Receipt {
        messageDetails = Map.copyOf(messageDetails);
    }
}
