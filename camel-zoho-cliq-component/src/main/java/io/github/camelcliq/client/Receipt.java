package io.github.camelcliq.client;

import java.util.Map;

/**
 * Cliq's word that it accepted a message.
 *
 * @param status the HTTP status, any 2xx
 * @param messageId the id of the posted message, such as {@code 1599387839188_229293271789}; {@code null} where Cliq
 *     names none, as it does unless the message asks for {@code sync_message}
 * @param messageDetails for a post as a bot, the message each recipient got, by user id; empty otherwise
 */
public record Receipt(int status, String messageId, Map<String, BotMessage> messageDetails) implements PostResult {

    public Receipt {
        messageDetails = Map.copyOf(messageDetails);
    }

    /**
     * The message that one recipient of a bot post got.
     *
     * @param chatId the chat between the bot and the recipient; {@code null} where the answer names none
     * @param messageId the message in that chat; {@code null} where the answer names none
     */
    public record BotMessage(String chatId, String messageId) {}
}
