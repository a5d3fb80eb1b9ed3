package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.message.TargetKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The path and query of posts that differ in their target only, as the REST reference has them. Percent-encoded, a
 * blank as {@code %20}.
 *
 * @param version the version of the REST API
 * @param chatResource the last segment for posts to a chat: {@code messages}, or the older {@code message}
 * @param botUniqueName the bot to post as; {@code null} to post as oneself
 * @param appKey the key of the extension that the bot belongs to; {@code null} for none
 * @param markAsRead whether the message counts as read for who posts it; {@code null} to leave it to Cliq
 */
public record PostPath(
        ApiVersion version, String chatResource, String botUniqueName, String appKey, Boolean markAsRead) {

    /**
     * The path and query of a post to a target.
     *
     * @throws IllegalArgumentException if the version has no path for the target's kind
     */
    public String to(PostTarget target) {
        String path = target.path(version, chatResource);
        Map<String, String> parameters = parameters(target.kind());
        return parameters.isEmpty()
                ? path
                : path
                        + parameters.entrySet().stream()
                                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private Map<String, String> parameters(TargetKind kind) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (botUniqueName != null) {
            parameters.put("bot_unique_name", botUniqueName);
        }
        if (appKey != null) {
            parameters.put(kind == TargetKind.BOT ? "extension_key" : "appkey", appKey);
        }
        if (markAsRead != null) {
            parameters.put("mark_as_read", markAsRead.toString());
        }
        return parameters;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
