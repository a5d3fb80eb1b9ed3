package io.github.camelcliq.client;

import static io.github.camelcliq.PatientWaits.LONGEST;
import static io.github.camelcliq.PatientWaits.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswerTimerTest {

    private static final Duration SHORT = Duration.ofMillis(100);

    private final Vertx vertx = Vertx.vertx();
    private final ContextInternal loop = EventLoop.of(vertx);
    private final AnswerTimers timers = new AnswerTimers(loop);

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void itEndsTheWaitOnceNothingComesAnyMore() throws Exception {
        AnswerBody said = new AnswerBody();
        said.heard();

        assertThat(failure(start(SHORT, LONGEST, said))).hasMessage("nothing came for 100 ms");
    }

    /** As long as there is no connection, the limit for connections holds, and that of all of it. */
    @Test
    void nobodyIsSilentWhoWasNotAskedYet() throws Exception {
        assertThat(failure(start(SHORT, SHORT.multipliedBy(3), new AnswerBody())))
                .hasMessage("no whole answer within 300 ms");
    }

    @Test
    void anAnswerThatGoesOnEndsWhenAllOfItTookTooLong() throws Exception {
        AnswerBody said = new AnswerBody();
        said.heard();
        loop.nettyEventLoop().scheduleAtFixedRate(() -> said.add(Buffer.buffer("x")), 0, 5, TimeUnit.MILLISECONDS);

        assertThat(failure(start(Duration.ofMillis(400), Duration.ofMillis(500), said)))
                .hasMessage("no whole answer within 500 ms");
    }

    /**
     * One alarm serves all: it has to ring for each in its turn, whichever was there first. A loop that comes late
     * looks at them all at once, at those that were started last first.
     */
    @Test
    void eachOfManyEndsWhenItsOwnTimeIsUp() throws Exception {
        List<String> ends = new ArrayList<>();
        List<Future<?>> started = new ArrayList<>();
        onLoop(() -> {
            for (int time : new int[] {400, 250, 100, 1_000 * SECONDS}) {
                Promise<HttpClientResponse> answer = Promise.promise();
                answer.future().onFailure(late -> ends.add(late.getMessage()));
                started.add(answer.future());
                timer(LONGEST, Duration.ofMillis(time), new AnswerBody(), answer)
                        .start();
            }
        });

        for (Future<?> one : started.subList(0, 3)) {
            failure(one);
        }
        assertThat(started.get(3).isComplete()).isFalse();

        assertThat(ends)
                .containsExactly(
                        "no whole answer within 100 ms",
                        "no whole answer within 250 ms",
                        "no whole answer within 400 ms");
    }

    /** Whoever hears that its time is up may end others, and wait again at once. */
    @Test
    void whoeverHearsOfItMayEndOthersAndWaitAgain() throws Exception {
        CompletableFuture<Future<HttpClientResponse>> again = new CompletableFuture<>();
        onLoop(() -> {
            Promise<HttpClientResponse> other = Promise.promise();
            AnswerTimer ended = timer(LONGEST, SHORT, new AnswerBody(), other);
            Promise<HttpClientResponse> first = Promise.promise();
            first.future().onFailure(late -> {
                ended.handle(Future.failedFuture("ended by the first"));
                again.complete(start(LONGEST, SHORT, new AnswerBody()));
            });
            // those that were started last are looked at first
            ended.start();
            timer(LONGEST, SHORT, new AnswerBody(), first).start();
            other.future().onFailure(late -> assertThat(late).hasMessage("ended by the first"));
        });

        assertThat(failure(again.get(SECONDS, TimeUnit.SECONDS))).hasMessage("no whole answer within 100 ms");
    }

    @Test
    void anAnswerEndsTheWaitAndOnlyTheFirstIsHeard() throws Exception {
        List<Object> heard = new ArrayList<>();
        CompletableFuture<Void> later = new CompletableFuture<>();
        onLoop(() -> {
            AnswerTimer timer = new AnswerTimer(
                    timers, new Timeouts(LONGEST, SHORT, SHORT), new AnswerBody(), answer -> heard.add(answer.cause()));
            timer.start();
            timer.handle(Future.failedFuture("the first"));
            timer.handle(Future.failedFuture("the second"));
        });
        start(LONGEST, SHORT.multipliedBy(2), new AnswerBody()).onFailure(late -> later.complete(null));
        later.get(SECONDS, TimeUnit.SECONDS);

        assertThat(heard).hasSize(1).first().asString().contains("the first");
    }

    /** Both are late in the same look; the one started last is looked at first. */
    @Test
    void whatOneThrowsKeepsNoOtherWaiting() throws Exception {
        Promise<HttpClientResponse> other = Promise.promise();
        onLoop(() -> {
            timer(LONGEST, SHORT, new AnswerBody(), other).start();
            new AnswerTimer(timers, new Timeouts(LONGEST, SHORT, SHORT), new AnswerBody(), late -> {
                        throw new IllegalStateException("of whoever hears of it, for the log");
                    })
                    .start();
            block(SHORT.multipliedBy(2));
        });

        assertThat(failure(other.future())).hasMessage("no whole answer within 100 ms");
    }

    private static void block(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
    }

    private Future<HttpClientResponse> start(Duration read, Duration total, AnswerBody said) {
        Promise<HttpClientResponse> answer = Promise.promise();
        loop.runOnContext(there -> timer(read, total, said, answer).start());
        return answer.future();
    }

    private AnswerTimer timer(Duration read, Duration total, AnswerBody said, Promise<HttpClientResponse> answer) {
        return new AnswerTimer(timers, new Timeouts(LONGEST, read, total), said, answer);
    }

    private void onLoop(Runnable call) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.runOnContext(there -> {
            call.run();
            done.complete(null);
        });
        done.get(SECONDS, TimeUnit.SECONDS);
    }

    private static Throwable failure(Future<?> future) throws Exception {
        return future.toCompletionStage()
                .toCompletableFuture()
                .handle((given, failure) -> failure)
                .get(SECONDS, TimeUnit.SECONDS);
    }
}
