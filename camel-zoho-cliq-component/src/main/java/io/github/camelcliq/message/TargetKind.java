package io.github.camelcliq.message;

import java.util.Optional;

/** What a message is posted to; a bot's message keeps other rules than everybody else's. */
public enum TargetKind {
    /** A chat or thread, by its chat id. */
    CHAT("chat"),
    /** A channel, by its unique name. */
    CHANNEL("channel"),
    /** A channel, by its id. */
    CHANNEL_ID("channel-id"),
    /** A person, by email address or ZUID. */
    USER("user"),
    /** A bot, which passes the message on to its subscribers or to the recipients named in it. */
    BOT("bot");

    private final String uriName;

    TargetKind(String uriName) {
        this.uriName = uriName;
    }

    /** The kind as endpoint URIs spell it, such as {@code channel-id}. */
    public String uriName() {
        return uriName;
    }

    /** The kind that endpoint URIs spell {@code name}, exactly; empty when there is none. */
    public static Optional<TargetKind> ofUriName(String name) {
        for (TargetKind kind : values()) {
            if (kind.uriName.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
