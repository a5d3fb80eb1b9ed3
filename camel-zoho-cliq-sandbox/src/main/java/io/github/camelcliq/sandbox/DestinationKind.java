package io.github.camelcliq.sandbox;

/** The kind of target that a message is posted to. */
public enum DestinationKind {

    /** A chat or a thread, by its chat id. */
    CHAT("chat"),

    /** A channel, by its unique name. */
    CHANNEL("channel"),

    /** A channel, by its id. */
    CHANNEL_ID("channel-id"),

    /** A user, by email or ZUID; API v2 only. */
    USER("user"),

    /** A bot, by its unique name: to its subscribers, or to the recipients that the message names. */
    BOT("bot");

    private final String label;

    DestinationKind(String label) {
        this.label = label;
    }

    /** Returns the kind as the control API writes it, such as {@code channel-id}. */
    public String label() {
        return label;
    }
}
