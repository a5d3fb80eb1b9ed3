package io.github.camelcliq.internal.post;

import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.message.TargetKind;
import java.util.StringJoiner;

/**
 * Makes the path and query of a post, as in the REST reference. They are percent-encoded, with {@code %20} for a space.
 *
 * @param version the version of the REST API
 * @param chatResource the last segment for posts to a chat: {@code messages}, or the older {@code message}
 * @param botUniqueName the bot to post as; {@code null} to post as the user
 * @param appKey the key of the extension that the bot belongs to; {@code null} for none
 * @param markAsRead whether the message counts as read for the user who posts; {@code null} to let Cliq decide
 */
public record PostPath(
        ApiVersion version, String chatResource, String botUniqueName, String appKey, Boolean markAsRead) {

    /**
     * Returns the path and query of a post to a target.
     *
     * @throws IllegalArgumentException if the version has no path for the target's kind
     */
    public String to(PostTarget target) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (botUniqueName != null) {
            query.add("bot_unique_name=" + PostTarget.encoded(botUniqueName));
        }
        if (appKey != null) {
            query.add((target.kind() == TargetKind.BOT ? "extension_key=" : "appkey=") + PostTarget.encoded(appKey));
        }
        if (markAsRead != null) {
            query.add("mark_as_read=" + markAsRead);
        }
        return "/api/" + version.segment() + path(target) + query;
    }

    private String path(PostTarget target) {
        boolean v2 = version == ApiVersion.V2;
        if (target.kind() == TargetKind.USER && !v2) {
            throw new IllegalArgumentException("API version v3 has no path for posts to a user");
        }
        String id = target.encodedId();
        String resource = v2 ? "/message" : "/messages";
        return switch (target.kind()) {
            case CHAT -> "/chats/" + id + "/" + chatResource;
            case CHANNEL -> "/channelsbyname/" + id + resource;
            case CHANNEL_ID -> "/channels/" + id + resource;
            case BOT -> "/bots/" + id + resource;
            case USER -> "/buddies/" + id + resource;
        };
    }
}
