package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The threads that routes go on with: few as long as those keep up, and more as soon as they do not. */
class CliqReplyPoolTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private ReplyPool pool;

    @BeforeEach
    void start() {
        context.getExecutorServiceManager().setShutdownAwaitTermination(100);
        context.start();
        pool = new ReplyPool(context, vertx);
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void asManyStepsThatBlockRunTogetherAsThePoolHasThreads() {
        CyclicBarrier all = new CyclicBarrier(ReplyPool.USUAL_SIZE);
        AtomicInteger met = new AtomicInteger();

        for (int step = 0; step < ReplyPool.USUAL_SIZE; step++) {
            pool.execute(() -> {
                meet(all);
                met.incrementAndGet();
            });
        }

        await().atMost(LONGEST).until(() -> met.get() == ReplyPool.USUAL_SIZE);
    }

    /** What waits for what is behind it must not wait for ever, however many there are of it. */
    @Test
    void thereAreMoreThreadsWhereAllOfThemWaitForAnother() {
        CyclicBarrier all = new CyclicBarrier(3 * ReplyPool.USUAL_SIZE);
        AtomicInteger met = new AtomicInteger();

        for (int step = 0; step < 3 * ReplyPool.USUAL_SIZE; step++) {
            pool.execute(() -> {
                meet(all);
                met.incrementAndGet();
            });
        }

        await().atMost(LONGEST).until(() -> met.get() == 3 * ReplyPool.USUAL_SIZE);
    }

    @Test
    void aLastOneBehindOneThatBlocksIsNotLeftWaiting() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);

        pool.execute(() -> waitFor(blocked));
        pool.execute(done::countDown);

        assertThat(done.await(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        blocked.countDown();
    }

    @Test
    void oneThatThrowsKeepsNoOtherFromBeingSettled() {
        AtomicInteger settled = new AtomicInteger();

        for (int post = 0; post < 100; post++) {
            pool.execute(() -> {
                settled.incrementAndGet();
                throw new AssertionError("of a callback, for the log");
            });
        }

        await().atMost(LONGEST).until(() -> settled.get() == 100);
    }

    /** From several threads at a time, with pauses in which the pool falls asleep. */
    @Test
    void eachIsDoneOnce() throws Exception {
        Set<Integer> done = Collections.synchronizedSet(new HashSet<>());
        AtomicInteger calls = new AtomicInteger();
        Thread[] callers = new Thread[4];
        for (int caller = 0; caller < callers.length; caller++) {
            int first = caller * 25_000;
            callers[caller] = new Thread(() -> {
                for (int post = first; post < first + 25_000; post++) {
                    int number = post;
                    pool.execute(() -> {
                        calls.incrementAndGet();
                        done.add(number);
                    });
                    if (post % 100 == 0) {
                        Thread.yield();
                    }
                }
            });
            callers[caller].start();
        }
        for (Thread caller : callers) {
            caller.join();
        }

        await().atMost(LONGEST).until(() -> calls.get() == 100_000);
        assertThat(done).hasSize(100_000);
    }

    /** A context that is stopped by force interrupts what blocks, and drops what a pool has in its queue. */
    @Test
    void whatWaitsWhenThePoolIsShutDownByForceIsStillSettled() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger settled = new AtomicInteger();
        for (int step = 0; step < ReplyPool.USUAL_SIZE; step++) {
            pool.execute(() -> waitFor(end));
        }
        for (int post = 0; post < 100; post++) {
            pool.execute(settled::incrementAndGet);
        }

        pool.threads().shutdownNow();
        pool.execute(settled::incrementAndGet);

        await().atMost(LONGEST).until(() -> settled.get() == 101);
        end.countDown();
    }

    /** A step that blocks for less than the pool takes for a stall calls for no more threads than there usually are. */
    @Test
    void thereAreNoMoreThreadsThanUsualWhereNothingStalls() {
        CountDownLatch blocked = new CountDownLatch(1);
        AtomicInteger settled = new AtomicInteger();
        blockAllUsualThreads(blocked);
        CountDownLatch lookedAfter = new CountDownLatch(1);
        vertx.setTimer(700, longerThanAStall -> lookedAfter.countDown());
        waitFor(lookedAfter);

        pool.execute(settled::incrementAndGet);
        vertx.setTimer(50, soon -> blocked.countDown());

        await().atMost(LONGEST).until(() -> settled.get() == 1);
        assertThat(((ThreadPoolExecutor) pool.threads()).getLargestPoolSize()).isEqualTo(ReplyPool.USUAL_SIZE);
    }

    /** Long before a stall would be looked for, which is due from the time when all threads were busy. */
    @Test
    void aThreadIsCalledAtOnceAlsoAfterAllOfThemWereBusy() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        AtomicInteger settled = new AtomicInteger();
        for (int step = 0; step < 2 * ReplyPool.USUAL_SIZE; step++) {
            pool.execute(() -> {
                waitFor(busy);
                settled.incrementAndGet();
            });
        }
        vertx.setTimer(20, soon -> busy.countDown());
        await().pollInterval(Duration.ofMillis(1))
                .atMost(LONGEST)
                .until(() -> settled.get() == 2 * ReplyPool.USUAL_SIZE);
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);

        pool.execute(() -> waitFor(blocked));
        pool.execute(done::countDown);

        assertThat(done.await(300, TimeUnit.MILLISECONDS)).isTrue();
        blocked.countDown();
    }

    /** Those that wait stay, although the pool went back to its usual size, and more come than that. */
    @Test
    void thoseThatComeLaterNeedNotWaitForManyThatBlock() throws Exception {
        int many = 8 * ReplyPool.USUAL_SIZE;
        CountDownLatch blocked = new CountDownLatch(1);
        AtomicInteger blocking = new AtomicInteger();
        for (int step = 0; step < many; step++) {
            pool.execute(() -> {
                blocking.incrementAndGet();
                waitFor(blocked);
            });
        }
        ThreadPoolExecutor threads = (ThreadPoolExecutor) pool.threads();
        await().atMost(LONGEST)
                .until(() -> blocking.get() == many && threads.getCorePoolSize() == ReplyPool.USUAL_SIZE);
        CountDownLatch done = new CountDownLatch(1);

        pool.execute(done::countDown);

        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        blocked.countDown();
    }

    /** The application may close its Vert.x first: then nobody looks any more whether threads keep up. */
    @Test
    void oneBehindOneThatBlocksIsSettledAlsoOnceVertxIsClosed() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        vertx.close().onComplete(ended -> closed.countDown());
        waitFor(closed);

        pool.execute(() -> waitFor(blocked));
        pool.execute(done::countDown);

        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        blocked.countDown();
    }

    /** Of threads that go on blocking, whoever interrupts them, when nobody looks after the pool any more. */
    @Test
    void whatWaitsBehindThreadsThatNeverEndIsSettledWhenThePoolIsShutDown() {
        CountDownLatch end = new CountDownLatch(1);
        blockAllUsualThreads(end);
        CountDownLatch closed = new CountDownLatch(1);
        vertx.close().onComplete(done -> closed.countDown());
        waitFor(closed);
        AtomicInteger settled = new AtomicInteger();
        pool.execute(settled::incrementAndGet);

        pool.shutDown();

        await().atMost(Duration.ofSeconds(5)).until(() -> settled.get() == 1);
        end.countDown();
    }

    /** As it is for tasks of any pool: the next step that waits must not end as interrupted. */
    @Test
    void anInterruptionOfOneIsNotSeenByThoseBehindIt() {
        AtomicInteger interrupted = new AtomicInteger();
        AtomicInteger settled = new AtomicInteger();

        for (int post = 0; post < 10_000; post++) {
            pool.execute(() -> {
                if (Thread.currentThread().isInterrupted()) {
                    interrupted.incrementAndGet();
                }
                Thread.currentThread().interrupt();
                settled.incrementAndGet();
            });
        }

        await().atMost(LONGEST).until(() -> settled.get() == 10_000);
        assertThat(interrupted).hasValue(0);
    }

    private static void meet(CyclicBarrier all) {
        try {
            all.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void blockAllUsualThreads(CountDownLatch until) {
        AtomicInteger blocking = new AtomicInteger();
        for (int step = 0; step < ReplyPool.USUAL_SIZE; step++) {
            pool.execute(() -> {
                blocking.incrementAndGet();
                waitFor(until);
            });
        }
        await().atMost(LONGEST).until(() -> blocking.get() == ReplyPool.USUAL_SIZE);
    }

    /** Whoever interrupts it. */
    private static void waitFor(CountDownLatch latch) {
        boolean waits = true;
        while (waits) {
            try {
                waits = !latch.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException ignoredAsSomeStepsDo) {
                waits = true;
            }
        }
    }
}
