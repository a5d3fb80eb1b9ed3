package io.github.camelcliq;

import static io.github.camelcliq.PatientWaits.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.client.ManualTiming;
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
import java.util.function.BooleanSupplier;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The threads that routes go on with: few as long as those keep up, and more as soon as they do not. */
class CliqReplyPoolTest {

    /**
     * Long enough for two looks whether more of the usual threads are needed, of which the first may come too early.
     */
    private static final Duration TWO_LOOKS = Duration.ofMillis(5);

    /** As long as nothing gets done in this time, threads are taken to be stalled. */
    private static final Duration STALL = Duration.ofMillis(500);

    private final ManualTiming time = new ManualTiming();
    private final Vertx vertx = Vertx.vertx();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private ReplyPool pool;

    @BeforeEach
    void start() {
        context.getExecutorServiceManager().setShutdownAwaitTermination(100);
        context.start();
        pool = new ReplyPool(context, vertx, time);
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
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

        awaitPassing(TWO_LOOKS, () -> met.get() == ReplyPool.USUAL_SIZE);
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

        awaitPassing(STALL, () -> met.get() == 3 * ReplyPool.USUAL_SIZE);
    }

    @Test
    void aLastOneBehindOneThatBlocksIsNotLeftWaiting() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);

        block(1, blocked);
        pool.execute(done::countDown);
        time.pass(TWO_LOOKS);

        assertThat(done.await(SECONDS, TimeUnit.SECONDS)).isTrue();
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

        await().until(() -> settled.get() == 100);
    }

    /** From several threads at a time, with pauses in which the pool falls asleep; with the timers of Vert.x. */
    @Test
    void eachIsDoneOnce() throws Exception {
        ReplyPool timed = new ReplyPool(context, vertx);
        Set<Integer> done = Collections.synchronizedSet(new HashSet<>());
        AtomicInteger calls = new AtomicInteger();
        Thread[] callers = new Thread[4];
        for (int caller = 0; caller < callers.length; caller++) {
            int first = caller * 25_000;
            callers[caller] = new Thread(() -> {
                for (int post = first; post < first + 25_000; post++) {
                    int number = post;
                    timed.execute(() -> {
                        done.add(number);
                        calls.incrementAndGet();
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

        await().until(() -> calls.get() == 100_000);
        assertThat(done).hasSize(100_000);
    }

    /** A context that is stopped by force interrupts what blocks, and drops what a pool has in its queue. */
    @Test
    void whatWaitsWhenThePoolIsShutDownByForceIsStillSettled() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger settled = new AtomicInteger();
        block(ReplyPool.USUAL_SIZE, end);
        for (int post = 0; post < 100; post++) {
            pool.execute(settled::incrementAndGet);
        }

        pool.threads().shutdownNow();
        pool.execute(settled::incrementAndGet);

        awaitPassing(STALL, () -> settled.get() == 101);
        end.countDown();
    }

    /** A step that blocks for less than the pool takes for a stall calls for no more threads than there usually are. */
    @Test
    void thereAreNoMoreThreadsThanUsualWhereNothingStalls() {
        CountDownLatch blocked = new CountDownLatch(1);
        AtomicInteger settled = new AtomicInteger();
        block(ReplyPool.USUAL_SIZE, blocked);
        time.pass(STALL.multipliedBy(2));

        pool.execute(settled::incrementAndGet);
        time.pass(STALL.minusMillis(1));
        blocked.countDown();

        await().until(() -> settled.get() == 1);
        time.pass(STALL);
        assertThat(((ThreadPoolExecutor) pool.threads()).getLargestPoolSize()).isEqualTo(ReplyPool.USUAL_SIZE);
    }

    /** Long before a stall would be looked for, which is due from the time when all threads were busy. */
    @Test
    void aThreadIsCalledAtOnceAlsoAfterAllOfThemWereBusy() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        AtomicInteger settled = new AtomicInteger();
        block(ReplyPool.USUAL_SIZE, busy);
        for (int post = 0; post < ReplyPool.USUAL_SIZE; post++) {
            pool.execute(settled::incrementAndGet);
        }
        busy.countDown();
        await().until(() -> settled.get() == ReplyPool.USUAL_SIZE);
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);

        block(1, blocked);
        pool.execute(done::countDown);
        time.pass(TWO_LOOKS);

        assertThat(done.await(SECONDS, TimeUnit.SECONDS)).isTrue();
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
        awaitPassing(STALL, () -> blocking.get() == many && threads.getCorePoolSize() == ReplyPool.USUAL_SIZE);
        CountDownLatch done = new CountDownLatch(1);

        pool.execute(done::countDown);

        awaitPassing(STALL, () -> done.getCount() == 0);
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

        assertThat(done.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        blocked.countDown();
    }

    /** Of threads that go on blocking, whoever interrupts them, when nobody looks after the pool any more. */
    @Test
    void whatWaitsBehindThreadsThatNeverEndIsSettledWhenThePoolIsShutDown() {
        CountDownLatch end = new CountDownLatch(1);
        block(ReplyPool.USUAL_SIZE, end);
        CountDownLatch closed = new CountDownLatch(1);
        vertx.close().onComplete(done -> closed.countDown());
        waitFor(closed);
        AtomicInteger settled = new AtomicInteger();
        pool.execute(settled::incrementAndGet);

        pool.shutDown();

        await().until(() -> settled.get() == 1);
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

        await().until(() -> settled.get() == 10_000);
        assertThat(interrupted).hasValue(0);
    }

    private static void meet(CyclicBarrier all) {
        try {
            all.await(SECONDS, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Blocks so many threads, one after another, without a stall in between. */
    private void block(int threads, CountDownLatch until) {
        AtomicInteger blocking = new AtomicInteger();
        for (int thread = 1; thread <= threads; thread++) {
            int number = thread;
            pool.execute(() -> {
                blocking.incrementAndGet();
                waitFor(until);
            });
            time.pass(TWO_LOOKS);
            await().until(() -> blocking.get() == number);
        }
    }

    /** Lets time pass, so much at each look, until something has happened. */
    private void awaitPassing(Duration each, BooleanSupplier happened) {
        await().until(() -> {
            time.pass(each);
            return happened.getAsBoolean();
        });
    }

    /** Whoever interrupts it. */
    private static void waitFor(CountDownLatch latch) {
        boolean waits = true;
        while (waits) {
            try {
                waits = !latch.await(SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException ignoredAsSomeStepsDo) {
                waits = true;
            }
        }
    }
}
