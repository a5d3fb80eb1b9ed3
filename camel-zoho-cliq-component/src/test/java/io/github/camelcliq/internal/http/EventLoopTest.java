package io.github.camelcliq.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger closed = new AtomicInteger();
    private final EventLoop loop = new EventLoop(vertx, closed::incrementAndGet);

    @AfterEach
    void close() {
        assertThat(completable(vertx.close())).succeedsWithin(LONG);
    }

    @Test
    void callsAreMadeInOneContextOfAnEventLoop() {
        Context first = result(loop.call(() -> Future.succeededFuture(Vertx.currentContext())));
        Context second = result(loop.call(() -> Future.succeededFuture(Vertx.currentContext())));

        assertThat(first.isEventLoopContext()).isTrue();
        assertThat(second).isSameAs(first);
    }

    /** A caller on a worker waits for the answer on that worker's thread, and must not wait for itself. */
    @Test
    void aCallerOnAWorkerMayWaitForTheCall() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        vertx.createSharedWorkerExecutor("worker", 1).executeBlocking(() -> {
            answer.complete(result(loop.call(() -> Future.succeededFuture("there"))));
            return null;
        });

        assertThat(answer).succeedsWithin(LONG).isEqualTo("there");
    }

    @Test
    void aCallThatThrowsFails() {
        assertThat(completable(loop.call(() -> {
                    throw new NoClassDefFoundError("gone");
                })))
                .failsWithin(LONG)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void aVertxThatItsOwnerClosesIsToldOnceAndCallsFailFromThenOn() {
        result(loop.call(Future::succeededFuture));
        assertThat(completable(vertx.close())).succeedsWithin(LONG);

        assertThat(closed).hasValue(1);
        assertThat(completable(loop.call(() -> Future.succeededFuture("late")))).failsWithin(LONG);
    }

    @Test
    void onAVertxThatIsClosedAlreadyEachCallFails() {
        assertThat(completable(vertx.close())).succeedsWithin(LONG);
        EventLoop late = new EventLoop(vertx, () -> {});

        assertThat(completable(late.call(() -> Future.succeededFuture("late")))).failsWithin(LONG);
    }

    @Test
    void itMayBeGivenBackToAVertxThatIsClosed() {
        result(loop.call(Future::succeededFuture));
        assertThat(completable(vertx.close())).succeedsWithin(LONG);

        assertThatCode(() -> loop.close(false)).doesNotThrowAnyException();
    }

    @Test
    void givenBackItTellsOfNoClosing() throws Exception {
        CountDownLatch undeployed = new CountDownLatch(1);
        result(loop.call(Future::succeededFuture));
        loop.close(false);
        vertx.setPeriodic(1, timer -> {
            if (vertx.deploymentIDs().isEmpty()) {
                undeployed.countDown();
            }
        });
        undeployed.await();

        assertThat(closed).hasValue(0);
    }

    private static <T> T result(Future<T> future) {
        CompletableFuture<T> completable = completable(future);
        assertThat(completable).succeedsWithin(LONG);
        return completable.join();
    }

    private static <T> CompletableFuture<T> completable(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture();
    }
}
