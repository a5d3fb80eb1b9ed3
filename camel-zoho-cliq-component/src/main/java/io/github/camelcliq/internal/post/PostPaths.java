package io.github.camelcliq.internal.post;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.internal.client.PostPath;
import io.github.camelcliq.internal.client.PostTarget;
import io.github.camelcliq.message.TargetKind;

/**
 * The path and query under which an endpoint posts, and what keeps the posts to one target in order: made once for an
 * id in the URI, for each message for one in a header.
 */
public final class PostPaths {

    private final TargetKind kind;
    private final PostTarget fixedTarget;
    private final String fixedPath;
    private final String fixedKey;
    private final PostPath path;

    /** @param fixedTarget the target that the URI names, or {@code null} where each message names its own */
    public PostPaths(CliqConfiguration configuration, TargetKind kind, PostTarget fixedTarget) {
        KindOptions options = new KindOptions(configuration, kind);
        this.kind = kind;
        this.fixedTarget = fixedTarget;
        this.path = new PostPath(
                configuration.getApiVersion(),
                options.messageResource(),
                options.botUniqueName(),
                options.appKey(),
                options.hasMarkAsReadInQuery() ? options.markAsRead() : null);
        this.fixedPath = fixedTarget == null ? null : path.to(fixedTarget);
        this.fixedKey = fixedTarget == null ? null : fixedTarget.key();
    }

    public TargetKind kind() {
        return kind;
    }

    /** The target that the URI names, or {@code null} where each message names its own. */
    public PostTarget fixedTarget() {
        return fixedTarget;
    }

    public String pathTo(PostTarget target) {
        return target == fixedTarget ? fixedPath : path.to(target);
    }

    /** What posts to one target have in common, see {@link PostTarget#key()}. */
    public String keyOf(PostTarget target) {
        return target == fixedTarget ? fixedKey : target.key();
    }
}
