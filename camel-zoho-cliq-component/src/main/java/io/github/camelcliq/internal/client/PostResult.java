package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.BotMessage;
import java.util.Map;

/** The result of a post: a {@link Receipt} if Cliq accepted the message, otherwise a {@link PostFailure}. */
public sealed interface PostResult permits PostResult.Receipt, PostFailure {

    /** Returns the HTTP status of Cliq's answer; 0 without an answer. */
    int status();

    /**
     * The answer by which Cliq accepted a message.
     *
     * @param status any 2xx
     * @param messageId the id of the posted message, such as {@code 1599387839188_229293271789}; {@code null} if Cliq
     *     names no id. Cliq names one only for a message with {@code sync_message}
     * @param messageDetails for a post as a bot, the message of each recipient, by user id; otherwise empty
     * @param missingId why there is no id although the message sets {@code sync_message}, such as {@code Cliq's answer
     *     names no message id (12 bytes of text/plain)}; {@code null} if there is an id, or the message did not ask for
     *     one
     */
    record Receipt(int status, String messageId, Map<String, BotMessage> messageDetails, String missingId)
            implements PostResult {}
}
