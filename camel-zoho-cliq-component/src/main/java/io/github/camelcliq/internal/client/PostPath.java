package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.message.TargetKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

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
