package io.github.camelcliq;

import org.apache.camel.spi.Metadata;

/**
 * The headers of the component. After a post, a producer removes the headers that it reads, so that a later step does
 * not post them again by accident. After a failure they stay, so that a dead letter is complete. A header replaces its
 * whole field of the body. A header that is {@code null} counts as absent.
 */
public final class CliqConstants {

    // headers that a producer reads

    @Metadata(
            label = "producer",
            description =
                    "The id to post to, if the endpoint URI names only the kind (an id in the URI wins): a chat or thread id, a"
                            + " channel's unique name or id, a user's email or ZUID, or a bot's unique name.",
            javaType = "String")
    public static final String TARGET = "CamelCliqTarget";

    @Metadata(
            label = "producer",
            description = "The text of the message. Replaces that of the body.",
            javaType = "String")
    public static final String TEXT = "CamelCliqText";

    @Metadata(
            label = "producer",
            description = "The whole card, as a Card, a Map, a JsonNode or JSON text. Replaces that of the body.",
            javaType = "io.github.camelcliq.message.Card")
    public static final String CARD = "CamelCliqCard";

    @Metadata(
            label = "producer",
            description = "The title of the card. Added to the card of the body or header.",
            javaType = "String")
    public static final String CARD_TITLE = "CamelCliqCardTitle";

    @Metadata(
            label = "producer",
            description =
                    "The theme of the card: modern-inline, poll or prompt. Added to the card of the body or header.",
            javaType = "String")
    public static final String CARD_THEME = "CamelCliqCardTheme";

    @Metadata(
            label = "producer",
            description = "The URL of the card's thumbnail. Added to the card of the body or header.",
            javaType = "String")
    public static final String CARD_THUMBNAIL = "CamelCliqCardThumbnail";

    @Metadata(
            label = "producer",
            description =
                    "All buttons: a list of Button, of Map or of JsonNode, or a JSON array as text. Replaces those of the body.",
            javaType = "java.util.List<io.github.camelcliq.message.Button>")
    public static final String BUTTONS = "CamelCliqButtons";

    @Metadata(
            label = "producer",
            description =
                    "The instant buttons by their key in the text, as a Map of InstantButton or of Map, a JsonNode or a JSON"
                            + " object as text. Replaces those of the body.",
            javaType = "java.util.Map<String, io.github.camelcliq.message.InstantButton>")
    public static final String REFERENCES = "CamelCliqReferences";

    @Metadata(
            label = "producer",
            description =
                    "All slides: a list of Slide, of Map or of JsonNode, or a JSON array as text. Replaces those of the body.",
            javaType = "java.util.List<io.github.camelcliq.message.Slide>")
    public static final String SLIDES = "CamelCliqSlides";

    @Metadata(
            label = "producer",
            description = "The hint under the message. Replaces that of the body.",
            javaType = "String")
    public static final String HINT = "CamelCliqHint";

    @Metadata(
            label = "producer",
            description = "The id of the message to reply to. Replaces that of the body.",
            javaType = "String")
    public static final String REPLY_TO = "CamelCliqReplyTo";

    @Metadata(
            label = "producer",
            description = "The id of the message whose thread gets this one. Replaces that of the body.",
            javaType = "String")
    public static final String THREAD_MESSAGE_ID = "CamelCliqThreadMessageId";

    @Metadata(
            label = "producer",
            description = "The title of a new thread. Replaces that of the body.",
            javaType = "String")
    public static final String THREAD_TITLE = "CamelCliqThreadTitle";

    @Metadata(
            label = "producer",
            description =
                    "The users that a bot posts to, by id or email, as a list or separated by commas or semicolons. Replaces those"
                            + " of the body.",
            javaType = "java.util.List<String>")
    public static final String RECIPIENTS = "CamelCliqRecipients";

    // headers that a producer sets

    @Metadata(
            label = "producer",
            description =
                    "The id of the posted message. Set after a post that Cliq answered with the id, because the message asked"
                            + " for it (option syncMessage).",
            javaType = "String")
    public static final String MESSAGE_ID = "CamelCliqMessageId";

    @Metadata(
            label = "producer",
            description =
                    "The reason why CamelCliqMessageId is missing, although the message asked for it (option syncMessage). Set"
                            + " after a post that Cliq accepted with an answer that has no id, or cannot be read.",
            javaType = "String")
    public static final String MISSING_MESSAGE_ID = "CamelCliqMissingMessageId";

    @Metadata(
            label = "producer",
            description =
                    "The message that each recipient of a bot's post got, or the reason why the recipient got none, by user id."
                            + " Set after a post of the kind bot that Cliq answered with these details (option syncMessage).",
            javaType = "java.util.Map<String, io.github.camelcliq.client.BotMessage>")
    public static final String MESSAGE_DETAILS = "CamelCliqMessageDetails";

    @Metadata(
            label = "producer",
            description =
                    "The changes that make the message fit Cliq's limits (option overflow), then its doubtful points that passed"
                            + " (option rules). Each entry has the JSON pointer, the change or the rule, and the old value. Set after a"
                            + " successful post of such a message.",
            javaType = "java.util.List<io.github.camelcliq.message.Violation>")
    public static final String REMARKS = "CamelCliqRemarks";

    @Metadata(
            label = "producer",
            description = "The HTTP status of Cliq's answer. Set after a successful post.",
            javaType = "Integer")
    public static final String STATUS = "CamelCliqStatus";

    // headers that a consumer sets from the call; a producer does not read them

    @Metadata(
            label = "consumer",
            description =
                    "The id of the click: a hash of the request, the same for each repeat of it. For an idempotent consumer.",
            javaType = "String")
    public static final String CLICK_ID = "CamelCliqClickId";

    @Metadata(
            label = "consumer",
            description =
                    "The kind of handler that is called: function, bot, command, messageaction, widget, link_preview, extension.",
            javaType = "String")
    public static final String CALL_TYPE = "CamelCliqCallType";

    @Metadata(
            label = "consumer",
            description = "The name of the function that is called, or the unique name of the bot.",
            javaType = "String")
    public static final String FUNCTION = "CamelCliqFunction";

    @Metadata(
            label = "consumer",
            description = "The type of the handler that is called, such as button_handler.",
            javaType = "String")
    public static final String HANDLER = "CamelCliqHandler";

    @Metadata(label = "consumer", description = "The key of the button that was pressed.", javaType = "String")
    public static final String BUTTON_KEY = "CamelCliqButtonKey";

    @Metadata(
            label = "consumer",
            description = "The text that the person typed into the confirmation of the button.",
            javaType = "String")
    public static final String INPUT = "CamelCliqInput";

    @Metadata(label = "consumer", description = "The id of the person.", javaType = "String")
    public static final String USER_ID = "CamelCliqUserId";

    @Metadata(label = "consumer", description = "The email address of the person.", javaType = "String")
    public static final String USER_EMAIL = "CamelCliqUserEmail";

    @Metadata(
            label = "consumer",
            description =
                    "The id of the chat of the click. A producer does not read it: the answer goes to this chat anyway.",
            javaType = "String")
    public static final String CHAT_ID = "CamelCliqChatId";

    @Metadata(label = "consumer", description = "The id of the message that was clicked on.", javaType = "String")
    public static final String CLICKED_MESSAGE_ID = "CamelCliqClickedMessageId";

    @Metadata(
            label = "consumer",
            description = "The time of the click by Cliq's clock, in milliseconds since 1970.",
            javaType = "Long")
    public static final String MESSAGE_TIMESTAMP = "CamelMessageTimestamp";

    private CliqConstants() {}
}
