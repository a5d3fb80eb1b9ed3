package io.github.camelcliq.internal.store;

import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PacingStore;
import io.vertx.core.Future;

/** A store that takes into account posts that it did not count. */
public interface CorrectableStore extends PacingStore {

    /**
     * Holds all posts for one window, and then sends a probe, because Cliq may count posts that this store does not.
     */
    Future<Lock> awaitUnknownPosts(PacingLimits limits);
}
