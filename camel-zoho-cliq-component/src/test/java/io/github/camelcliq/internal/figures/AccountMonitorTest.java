package io.github.camelcliq.internal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.CapturedLog;
import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.client.FailureKind;
import io.github.camelcliq.internal.client.PostFailure;
import io.github.camelcliq.internal.client.PostResult;
import io.github.camelcliq.internal.client.PostResult.Receipt;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.pacing.PostPacer.Permit;
import io.github.camelcliq.internal.pacing.PostPacer.PermitRequest;
import io.github.camelcliq.internal.pacing.PostPacer.WaitLimit;
import io.github.camelcliq.internal.store.MemoryStore;
import io.github.camelcliq.message.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever changes to and fro is told rarely. */
class AccountMonitorTest {

    private static final PostResult ACCEPTED = new Receipt(204, null, Map.of(), null);
    private static final int TIMES = 10_000;

    /** Even narrowed they hold no post of these tests back. */
    private static final PacingLimits LIMITS = new PacingLimits(1_000_000, 1_000_000, Duration.ofMinutes(1));

    private final ManualTiming time = new ManualTiming();
    private final PostPacer pacer = new PostPacer(new MemoryStore(time), LIMITS, time, "ann");
    private final AccountMonitor monitor = new AccountMonitor("eu", "https://cliq.zoho.eu", time, new Monitors());
    private final CapturedLog log = new CapturedLog("io.github.camelcliq", Level.INFO);

    AccountMonitorTest() {
        monitor.watch(pacer::figures, LIMITS, 1000, "accessToken");
        monitor.used();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static PostFailure failure(FailureKind kind, int status) {
        return new PostFailure(kind, status, null, "no", Duration.ZERO, Delivery.NOT_DELIVERED, null);
    }

    private void ended(PostResult result) {
        AccountMonitor.Observed post = monitor.observe(TargetKind.CHAT, "exchange", null);
        post.begun();
        post.permitted();
        post.ended(result);
    }

    @Test
    void aTokenThatIsRefusedEverySecondTime() {
        for (int post = 0; post < TIMES; post++) {
            ended(failure(FailureKind.AUTH, 401));
            assertThat(monitor.figures().isDown()).isTrue();
            ended(ACCEPTED);
            assertThat(monitor.figures().isDown()).isFalse();
        }

        assertThat(log.lines()).hasSize(2);
        time.pass(Duration.ofMinutes(1));
        ended(failure(FailureKind.AUTH, 401));
        assertThat(log.lines().get(2))
                .endsWith("This occurred " + TIMES + " times since it was last logged, this time included.");
        assertThat(monitor.figures().posts())
                .containsEntry(Outcome.AUTH, TIMES + 1L)
                .containsEntry(Outcome.SUCCESS, (long) TIMES);
    }

    @Test
    void aTokenThatIsMissingEverySecondTime() {
        for (int post = 0; post < TIMES; post++) {
            monitor.token(null, failure(FailureKind.UNAVAILABLE, 0));
            assertThat(monitor.figures().isDown()).isTrue();
            monitor.token(Duration.ZERO, null);
            assertThat(monitor.figures().isDown()).isFalse();
        }

        assertThat(log.lines()).hasSize(2);
    }

    @Test
    void aTokenThatCannotBeRefreshedWhileTheOldOneIsGood() {
        monitor.token(Duration.ofMinutes(4), null);
        monitor.token(null, failure(FailureKind.UNAVAILABLE, 0));

        assertThat(monitor.figures().isDown()).isFalse();
        assertThat(log.lines())
                .singleElement()
                .asString()
                .endsWith("Its present token is valid until " + time.now().plus(Duration.ofMinutes(4)) + ".");

        time.pass(Duration.ofMinutes(4));

        assertThat(monitor.figures().isDown()).isTrue();
    }

    /** Otherwise an application that is not ready, and so posts nothing, would never be ready again. */
    @Test
    void anAccountIsDownForSomeMinutesAfterTheLastRefusal() {
        ended(failure(FailureKind.AUTH, 401));
        Instant first = time.now();
        time.pass(Duration.ofMinutes(4));
        ended(failure(FailureKind.AUTH, 401));
        time.pass(Duration.ofMinutes(4));
        assertThat(monitor.figures().isDown()).isTrue();

        time.pass(Duration.ofMinutes(1));

        assertThat(monitor.figures().isDown()).isFalse();
        assertThat(monitor.figures().credentialTrouble().at()).isEqualTo(first);
        ended(failure(FailureKind.AUTH, 401));
        assertThat(monitor.figures().isDown()).isTrue();
    }

    @Test
    void aLockThatIsOverAtOnceEveryTime() {
        for (int post = 0; post < 500; post++) {
            Permit throttled = permit();
            pacer.throttled(Duration.ZERO);
            throttled.releaseAfterWindow(false);
            ended(failure(FailureKind.THROTTLED, 429));
            permit().releaseAfterWindow(true);
            ended(ACCEPTED);
        }

        assertThat(log.lines())
                .filteredOn(line -> !line.contains("are narrowed"))
                .hasSize(2);
        assertThat(log.lines()).hasSize(3);
    }

    private Permit permit() {
        PermitRequest request = new PermitRequest(false, null, new WaitLimit(Duration.ZERO, 0));
        return (Permit) pacer.acquire(request).result();
    }

    /** The store tells of the posts. */
    @Test
    void aWaitForUnknownPostsIsNoLock() {
        MemoryStore unknowing = new MemoryStore(time);
        unknowing.awaitUnknownPosts(LIMITS);
        PostPacer waiting = new PostPacer(unknowing, LIMITS, time, "ann");
        monitor.watch(waiting::figures, LIMITS, 1000, "accessToken");

        assertThat(monitor.figures().isLocked()).isFalse();
        waiting.throttled(Duration.ofMinutes(10));
        assertThat(monitor.figures().isLocked()).isTrue();
        assertThat(log.lines()).singleElement().asString().contains("Cliq locks out the user");
    }
}
