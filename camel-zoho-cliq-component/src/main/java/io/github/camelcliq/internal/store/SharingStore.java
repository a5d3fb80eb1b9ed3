package io.github.camelcliq.internal.store;

import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Future;
import java.time.Duration;

/**
 * Counts by a store that may fail, and meanwhile in memory, within this JVM's share of the limits. The share begins one
 * window after the failure, because the memory does not know the posts of other JVMs. When the store works again, it is
 * told to wait one window, because it does not know the posts of the share.
 */
public final class SharingStore implements CorrectableStore {

    /** How long a store that failed is left alone. Our choice. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String OF_SHARE = "share-";

    private final CorrectableStore store;
    private final int fleetSize;
    private final Timing timing;

    // guarded by this
    private final MemoryStore memory;

    /** Why the store fails; {@code null} if it works. */
    private String failure;

    private long tryAgainAt = Long.MIN_VALUE;

    /** Whether posts went out that the store does not know. */
    private boolean isUncounted;

    public SharingStore(CorrectableStore store, int fleetSize, Timing timing) {
        this.store = store;
        this.fleetSize = fleetSize;
        this.timing = timing;
        this.memory = new MemoryStore(timing);
    }

    @Override
    public Future<Turn> acquire(PacingLimits limits, boolean restricted) {
        if (isLeftAlone()) {
            return acquireShare(limits, restricted);
        }
        return told(limits)
                .compose(told -> store.acquire(limits, restricted))
                .onSuccess(turn -> works())
                .recover(failed -> {
                    fails(limits, failed);
                    return acquireShare(limits, restricted);
                });
    }

    private synchronized boolean isLeftAlone() {
        return timing.millis() < tryAgainAt;
    }

    /** Tells the store of the posts that it does not know, if there are any. */
    private Future<?> told(PacingLimits limits) {
        synchronized (this) {
            if (!isUncounted) {
                return Future.succeededFuture();
            }
            isUncounted = false;
        }
        return awaitUnknownPosts(limits).onFailure(again -> {
            synchronized (this) {
                isUncounted = true;
            }
        });
    }

    private synchronized void works() {
        failure = null;
    }

    private synchronized void fails(PacingLimits limits, Throwable failed) {
        tryAgainAt = timing.millis() + PAUSE.toMillis();
        if (failure == null) {
            memory.awaitUnknownPosts(limits);
        }
        failure = String.valueOf(failed);
    }

    private synchronized Future<Turn> acquireShare(PacingLimits limits, boolean restricted) {
        return memory.acquire(share(limits), restricted).map(turn -> {
            if (turn.permit() == null) {
                Duration again = turn.lookAgainIn();
                return new Turn(
                        null,
                        false,
                        again == null || again.compareTo(PAUSE) > 0 ? PAUSE : again,
                        turn.lock(),
                        turn.counts());
            }
            isUncounted = true;
            return new Turn(OF_SHARE + turn.permit(), turn.isProbe(), null, turn.lock(), null);
        });
    }

    private PacingLimits share(PacingLimits limits) {
        return new PacingLimits(
                Math.max(1, limits.posts() / fleetSize), Math.max(1, limits.restricted() / fleetSize), limits.window());
    }

    @Override
    public Future<Lock> release(PacingLimits limits, String permit, Release release) {
        if (!permit.startsWith(OF_SHARE)) {
            return store.release(limits, permit, release);
        }
        synchronized (this) {
            // Cliq may count the post up to now
            isUncounted |= release != Release.UNUSED;
            return memory.release(share(limits), permit.substring(OF_SHARE.length()), release);
        }
    }

    @Override
    public Future<Void> renew(PacingLimits limits, String permit) {
        return permit.startsWith(OF_SHARE) ? Future.succeededFuture() : store.renew(limits, permit);
    }

    @Override
    public Future<Counts> lock(PacingLimits limits, Duration period) {
        return store.lock(limits, period).recover(failed -> {
            synchronized (this) {
                return memory.lock(share(limits), period);
            }
        });
    }

    @Override
    public Future<Counts> counts(PacingLimits limits) {
        synchronized (this) {
            if (failure != null) {
                return memory.counts(share(limits));
            }
        }
        return store.counts(limits);
    }

    @Override
    public synchronized String failure() {
        return failure;
    }

    @Override
    public Future<Lock> awaitUnknownPosts(PacingLimits limits) {
        return store.awaitUnknownPosts(limits);
    }

    @Override
    public void close() {
        store.close();
    }
}
