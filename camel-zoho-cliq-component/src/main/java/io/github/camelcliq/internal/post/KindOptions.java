package io.github.camelcliq.internal.post;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.message.TargetKind;

/**
 * The options that apply to some kinds of targets only. The component may set them for all endpoints. An endpoint of
 * another kind ignores them.
 */
public final class KindOptions {

    private static final String MESSAGES = "messages";

    private final CliqConfiguration options;
    private final TargetKind kind;

    public KindOptions(CliqConfiguration options, TargetKind kind) {
        this.options = options;
        this.kind = kind;
    }

    /** Returns the path and query of posts, without their target. */
    public PostPath path() {
        return new PostPath(
                options.getApiVersion(),
                messageResource(),
                botUniqueName(),
                appKey(),
                hasMarkAsReadInQuery() ? markAsRead() : null);
    }

    /**
     * Returns the bot to post as; {@code null} for none. A post to a bot or to a user names none: Cliq sends the first
     * as the bot itself.
     */
    String botUniqueName() {
        return kind == TargetKind.CHAT || isChannel() ? options.getBotUniqueName() : null;
    }

    /** Returns the key of the bot's extension; {@code null} for none, and without a bot. */
    String appKey() {
        return kind == TargetKind.BOT || botUniqueName() != null ? options.getAppKey() : null;
    }

    /**
     * Returns whether the message counts as read; {@code null} to let Cliq decide. For users, the reference has no
     * field and no parameter for it.
     */
    Boolean markAsRead() {
        boolean goes = kind != TargetKind.USER && options.getMarkAsRead() != null;
        return goes ? Boolean.valueOf(options.getMarkAsRead()) : null;
    }

    /**
     * Returns whether {@code mark_as_read} is a parameter, as for channels. For chats and bots it is a field of the
     * message.
     */
    boolean hasMarkAsReadInQuery() {
        return isChannel();
    }

    /**
     * Returns the last segment of the path. It can be chosen only for chats with API version v2, since existing clients
     * differ there.
     */
    String messageResource() {
        return kind == TargetKind.CHAT && options.getApiVersion() == ApiVersion.V2
                ? options.getMessageResource()
                : MESSAGES;
    }

    private boolean isChannel() {
        return kind == TargetKind.CHANNEL || kind == TargetKind.CHANNEL_ID;
    }
}
