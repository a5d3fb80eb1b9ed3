package io.github.camelcliq.message;

import java.util.Optional;

/** The kind of target of a message. Messages to a bot have other rules than messages to other targets. */
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

    /** Returns the kind in endpoint URIs, such as {@code channel-id}. */
    public String uriName() {
        return uriName;
    }

    /** Returns the kind with exactly the name {@code name} in endpoint URIs; empty for an unknown name. */
    public static Optional<TargetKind> ofUriName(String name) {
        for (TargetKind kind : values()) {
            if (kind.uriName.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
