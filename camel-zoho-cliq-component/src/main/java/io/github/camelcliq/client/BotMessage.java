package io.github.camelcliq.client;

/**
 * The message that one recipient of a bot's post got, or the reason why the recipient got no message.
 *
 * @param chatId the chat between the bot and the recipient; {@code null} if the answer names none
 * @param messageId the message in that chat; {@code null} if the answer names none
 * @param failure what Cliq says went wrong for this recipient, such as {@code botmessage_no_valid_users, No such
 *     user.}; on one line, shortened; {@code null} if Cliq reports no error
 */
public record BotMessage(String chatId, String messageId, String failure) {}
