package io.github.camelcliq.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PacingStore;
import io.github.camelcliq.internal.pacing.PacingStore.Release;
import io.github.camelcliq.internal.pacing.PacingStore.Turn;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** While the store fails, a JVM posts within its share of the limits. */
class SharingStoreTest {

    private static final PacingLimits LIMITS = new PacingLimits(6, 2, Duration.ofMinutes(1));
    private static final Duration WINDOW = LIMITS.window();

    private final ManualTiming time = new ManualTiming();
    private final MemoryStore counts = new MemoryStore(time);
    private boolean fails;
    private final PacingStore sharing = new SharingStore(new FailingStore(), 3, time);

    @Test
    void postsGoOutWithTheShareOneWindowAfterTheFailure() {
        assertThat(acquire().permit()).isNotNull();
        fails = true;

        assertThat(acquire().permit()).isNull();
        time.pass(WINDOW);
        Turn probe = acquire();
        assertThat(probe.isProbe()).isTrue();
        sharing.release(LIMITS, probe.permit(), Release.LOCK_IS_OVER);

        List<Turn> turns = new ArrayList<>(List.of(acquire(), acquire()));
        assertThat(turns).filteredOn(turn -> turn.permit() != null).hasSize(1);
        assertThat(sharing.counts(LIMITS).result().posts().limit()).isEqualTo(2);
    }

    @Test
    void aStoreThatWorksAgainWaitsForThePostsOfTheShare() {
        fails = true;
        acquire();
        time.pass(WINDOW);
        Turn probe = acquire();
        fails = false;
        sharing.release(LIMITS, probe.permit(), Release.LOCK_IS_OVER);
        time.pass(Duration.ofSeconds(1));

        Turn turn = acquire();

        assertThat(turn.permit()).isNull();
        assertThat(turn.lock().left()).isEqualTo(WINDOW);
        time.pass(WINDOW);
        assertThat(acquire().isProbe()).isTrue();
    }

    @Test
    void aShortFailureCostsNoWindow() {
        fails = true;
        assertThat(acquire().lookAgainIn()).isEqualTo(Duration.ofSeconds(1));
        assertThat(sharing.failure()).contains("no store");
        fails = false;
        time.pass(Duration.ofSeconds(1));

        assertThat(acquire().permit()).isNotNull();
        assertThat(sharing.failure()).isNull();
    }

    private Turn acquire() {
        return sharing.acquire(LIMITS, false).result();
    }

    private final class FailingStore implements CorrectableStore {

        @Override
        public Future<Turn> acquire(PacingLimits limits, boolean restricted) {
            return fails ? Future.failedFuture("no store") : counts.acquire(limits, restricted);
        }

        @Override
        public Future<Lock> release(PacingLimits limits, String permit, Release release) {
            return fails ? Future.failedFuture("no store") : counts.release(limits, permit, release);
        }

        @Override
        public Future<Counts> lock(PacingLimits limits, Duration period) {
            return fails ? Future.failedFuture("no store") : counts.lock(limits, period);
        }

        @Override
        public Future<Counts> counts(PacingLimits limits) {
            return fails ? Future.failedFuture("no store") : counts.counts(limits);
        }

        @Override
        public Future<Lock> awaitUnknownPosts(PacingLimits limits) {
            return fails ? Future.failedFuture("no store") : counts.awaitUnknownPosts(limits);
        }
    }
}
