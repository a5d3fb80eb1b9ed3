package io.github.camelcliq;

import io.github.camelcliq.client.PostTarget;
import io.github.camelcliq.message.TargetKind;
import io.netty.handler.codec.http.QueryStringEncoder;

/**
 * The path and query under which an endpoint posts: made once for an id in the URI, for each message for one in a
 * header.
 */
final class PostPaths {

    private final CliqConfiguration configuration;
    private final TargetKind kind;
    private final PostTarget fixedTarget;
    private final String fixedPath;

    /** @param fixedTarget the target that the URI names, or {@code null} where each message names its own */
    PostPaths(CliqConfiguration configuration, TargetKind kind, PostTarget fixedTarget) {
        this.configuration = configuration;
        this.kind = kind;
        this.fixedTarget = fixedTarget;
        this.fixedPath = fixedTarget == null ? null : path(fixedTarget);
    }

    TargetKind kind() {
        return kind;
    }

    /** The target that the URI names, or {@code null} where each message names its own. */
    PostTarget fixedTarget() {
        return fixedTarget;
    }

    String pathTo(PostTarget target) {
        return target == fixedTarget ? fixedPath : path(target);
    }

    private String path(PostTarget target) {
        QueryStringEncoder uri =
                new QueryStringEncoder(target.path(configuration.getApiVersion(), configuration.getMessageResource()));
        if (configuration.getBotUniqueName() != null) {
            uri.addParam("bot_unique_name", configuration.getBotUniqueName());
        }
        if (configuration.getAppKey() != null) {
            uri.addParam(kind == TargetKind.BOT ? "extension_key" : "appkey", configuration.getAppKey());
        }
        if (configuration.getMarkAsRead() != null && (kind == TargetKind.CHANNEL || kind == TargetKind.CHANNEL_ID)) {
            uri.addParam("mark_as_read", configuration.getMarkAsRead().toString());
        }
        return uri.toString();
    }
}
