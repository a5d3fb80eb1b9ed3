package io.github.camelcliq.internal.post;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.internal.client.PostPath;
import io.github.camelcliq.message.TargetKind;

/**
 * The options that go with some kinds of targets only, as far as they go with this one. Set on the component they are
 * for all endpoints that have a use for them, and the others leave them aside.
 */
public final class KindOptions {

    private static final String MESSAGES = "messages";

    private final CliqConfiguration options;
    private final TargetKind kind;

    public KindOptions(CliqConfiguration options, TargetKind kind) {
        this.options = options;
        this.kind = kind;
    }

    /** The path and query of posts, but for their target. */
    public PostPath path() {
        return new PostPath(
                options.getApiVersion(),
                messageResource(),
                botUniqueName(),
                appKey(),
                hasMarkAsReadInQuery() ? markAsRead() : null);
    }

    /** The bot to post as; {@code null} for none. A bot posts as itself, and to users nobody posts as a bot. */
    String botUniqueName() {
        return kind == TargetKind.CHAT || isChannel() ? options.getBotUniqueName() : null;
    }

    /** The key of the bot's extension; {@code null} for none, and without a bot. */
    String appKey() {
        return kind == TargetKind.BOT || botUniqueName() != null ? options.getAppKey() : null;
    }

    /** {@code null} leaves it to Cliq. For users the reference has it neither as a field nor as a parameter. */
    Boolean markAsRead() {
        boolean goes = kind != TargetKind.USER && options.getMarkAsRead() != null;
        return goes ? Boolean.valueOf(options.getMarkAsRead()) : null;
    }

    /** For channels it is a parameter of the post, for chats and bots a field of the message. */
    boolean hasMarkAsReadInQuery() {
        return isChannel();
    }

    /** The last segment of the path to a chat: only there, and only in v2, do clients differ. */
    String messageResource() {
        return kind == TargetKind.CHAT && options.getApiVersion() == ApiVersion.V2
                ? options.getMessageResource()
                : MESSAGES;
    }

    private boolean isChannel() {
        return kind == TargetKind.CHANNEL || kind == TargetKind.CHANNEL_ID;
    }
}
