package io.github.camelcliq.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks run on threads of their own, whatever other tasks do. */
class ReplyPoolTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger blocked = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private ReplyPool pool;

    @BeforeEach
    void start() {
        context.getExecutorServiceManager().setShutdownAwaitTermination(100);
        context.start();
        pool = new ReplyPool(context);
    }

    @AfterEach
    void stop() {
        end.countDown();
        context.stop();
    }

    @Test
    void noTaskRunsOnTheThreadOfItsCaller() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        for (int task = 0; task < 10_000; task++) {
            pool.execute(() -> {
                threads.add(Thread.currentThread());
                done.incrementAndGet();
            });
        }

        await().until(() -> done.get() == 10_000);
        assertThat(threads).doesNotContain(Thread.currentThread()).hasSizeLessThanOrEqualTo(ReplyPool.MAX_THREADS);
    }

    @Test
    void aTaskRunsAlthoughAllButOneThreadAreBlocked() {
        block(ReplyPool.MAX_THREADS - 1);

        pool.execute(done::incrementAndGet);

        await().until(() -> done.get() == 1);
    }

    @Test
    void aTaskThatThrowsKeepsNoOtherFromRunning() {
        for (int task = 0; task < 100; task++) {
            pool.execute(() -> {
                done.incrementAndGet();
                throw new AssertionError("of a callback, for the log");
            });
        }

        await().until(() -> done.get() == 100);
    }

    /** Nothing is lost of a context that is stopped while steps block. */
    @Test
    void tasksThatWaitAtTheShutdownRunAllTheSame() {
        block(ReplyPool.MAX_THREADS);
        pool.execute(done::incrementAndGet);

        pool.shutDown();

        await().until(() -> done.get() == 1);
    }

    @Test
    void aTaskAfterTheEndOfTheContextRunsAllTheSame() {
        context.stop();

        pool.execute(done::incrementAndGet);

        await().until(() -> done.get() == 1);
    }

    @Test
    void anApplicationSetsTheNumberOfThreads() {
        ThreadPoolProfile profile = new ThreadPoolProfile(ReplyPool.ID);
        profile.setPoolSize(1);
        profile.setMaxPoolSize(2);
        profile.setMaxQueueSize(1);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns);
        context.getExecutorServiceManager().registerThreadPoolProfile(profile);
        pool = new ReplyPool(context);
        block(2);

        for (int task = 0; task < 100; task++) {
            pool.execute(done::incrementAndGet);
        }

        assertThat(done).hasValue(0);
        end.countDown();
        await().until(() -> done.get() == 100);
    }

    private void block(int threads) {
        int before = blocked.get();
        for (int task = 0; task < threads; task++) {
            pool.execute(() -> {
                blocked.incrementAndGet();
                waitForTheEnd();
            });
        }
        await().until(() -> blocked.get() == before + threads);
    }

    /** Although it is interrupted. */
    private void waitForTheEnd() {
        boolean waits = true;
        while (waits) {
            try {
                end.await();
                waits = false;
            } catch (InterruptedException goOn) {
                waits = true;
            }
        }
    }
}
