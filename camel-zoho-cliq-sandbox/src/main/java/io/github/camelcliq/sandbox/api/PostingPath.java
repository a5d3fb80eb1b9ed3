package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.DestinationKind;
import java.util.List;

/**
 * One path that takes messages.
 *
 * @param version the API version it belongs to, {@code v2} or {@code v3}
 * @param kind the kind of target that its {@code :id} names
 * @param template the path, as the router reads it
 */
record PostingPath(String version, DestinationKind kind, String template) {

    /** All paths for messages of both versions. In v3, there is no path for users. */
    static final List<PostingPath> ALL = List.of(
            new PostingPath("v2", DestinationKind.CHAT, "/api/v2/chats/:id/messages"),
            // the v2 buttons reference says messages; many older clients post to message
            new PostingPath("v2", DestinationKind.CHAT, "/api/v2/chats/:id/message"),
            new PostingPath("v2", DestinationKind.CHANNEL, "/api/v2/channelsbyname/:id/message"),
            new PostingPath("v2", DestinationKind.CHANNEL_ID, "/api/v2/channels/:id/message"),
            new PostingPath("v2", DestinationKind.USER, "/api/v2/buddies/:id/message"),
            new PostingPath("v2", DestinationKind.BOT, "/api/v2/bots/:id/message"),
            new PostingPath("v3", DestinationKind.CHAT, "/api/v3/chats/:id/messages"),
            new PostingPath("v3", DestinationKind.CHANNEL, "/api/v3/channelsbyname/:id/messages"),
            new PostingPath("v3", DestinationKind.CHANNEL_ID, "/api/v3/channels/:id/messages"),
            new PostingPath("v3", DestinationKind.BOT, "/api/v3/bots/:id/messages"));

    /** Returns whether it names a channel, by name or by id. */
    boolean isChannel() {
        return kind == DestinationKind.CHANNEL || kind == DestinationKind.CHANNEL_ID;
    }

    /** Returns whether Cliq documents a webhook token for it: for v2 channel and bot posts. */
    boolean takesWebhookToken() {
        return version.equals("v2") && (isChannel() || kind == DestinationKind.BOT);
    }
}
