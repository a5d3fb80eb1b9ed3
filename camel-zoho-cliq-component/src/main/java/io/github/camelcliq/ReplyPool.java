package io.github.camelcliq;

import io.github.camelcliq.client.Timing;
import io.github.camelcliq.client.VertxTiming;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which exchanges go on once their post is settled, so that the rest of a route never runs on, nor
 * blocks, an event loop. They are few, since most routes do not wait there. Where all of them wait, perhaps for another
 * post, which would be settled here as well, more are started: routes must not wait for one another for ever.
 */
final class ReplyPool {

    /**
     * The id of the pool, and of the thread pool profile that an application may register: its {@code poolSize} is how
     * many threads there usually are at most, its {@code maxPoolSize} how many there may be where they all wait.
     */
    static final String ID = "CliqReply";

    /** Threads of a pool that nobody registered a profile for; our choice. */
    static final int USUAL_SIZE = 8;

    /** More than Cliq takes posts of one user in a minute, so that each may be waited for; our choice. */
    static final int MOST = 256;

    /** As long as nothing gets done in this time while something waits, there are too few threads; our choice. */
    private static final Duration STALLED = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(ReplyPool.class);

    private final CamelContext context;
    private final Timing timing;
    private final ExecutorService pool;
    private final int usualSize;
    private final AtomicBoolean watched = new AtomicBoolean();

    /** @param vertx looks after the pool, with its timers */
    ReplyPool(CamelContext context, Vertx vertx) {
        this.context = context;
        this.timing = new VertxTiming(vertx, Clock.systemUTC());
        ThreadPoolProfile profile = profile(context.getExecutorServiceManager().getThreadPoolProfile(ID));
        this.usualSize = profile.getPoolSize();
        this.pool = context.getExecutorServiceManager().newThreadPool(this, ID, profile);
    }

    /**
     * Does something on a thread of the pool.
     *
     * @throws java.util.concurrent.RejectedExecutionException once the pool is shut down
     */
    void execute(Runnable settling) {
        pool.execute(settling);
        // what the application makes pools with may make others, of virtual threads for instance, which never stall
        if (pool instanceof ThreadPoolExecutor threads && !threads.getQueue().isEmpty()) {
            watch(threads);
        }
    }

    /** Of a pool that Camel made, for tests. */
    ExecutorService threads() {
        return pool;
    }

    void shutDown() {
        context.getExecutorServiceManager().shutdownGraceful(pool);
    }

    private void watch(ThreadPoolExecutor threads) {
        if (!threads.isShutdown() && watched.compareAndSet(false, true)) {
            long done = threads.getCompletedTaskCount();
            try {
                timing.after(STALLED, () -> look(threads, done));
            } catch (RuntimeException closed) {
                // the application closed its Vertx: what was handed over still gets done
                watched.set(false);
                LOG.debug("Nobody looks after the threads that routes go on with any more", closed);
            }
        }
    }

    private void look(ThreadPoolExecutor threads, long doneBefore) {
        watched.set(false);
        int waiting = threads.getQueue().size();
        if (waiting == 0) {
            threads.setCorePoolSize(usualSize);
            return;
        }
        if (threads.getCompletedTaskCount() == doneBefore) {
            grow(threads, waiting);
        }
        watch(threads);
    }

    private static void grow(ThreadPoolExecutor threads, int waiting) {
        int size = threads.getCorePoolSize();
        int more = Math.min(threads.getMaximumPoolSize(), size + waiting);
        if (more > size) {
            LOG.warn(
                    "All {} threads that routes go on with after a post wait, and {} posts are settled behind them; "
                            + "there may be {} threads from now on. A step after a post blocks",
                    size,
                    waiting,
                    more);
            threads.setCorePoolSize(more);
        }
    }

    /**
     * Of a registered profile the number of threads and how long idle ones stay. The queue is unbounded, since a full
     * one would hand tasks back to the caller, the event loop. A negative size would not do: Camel makes a direct
     * hand-over of it, which is full as soon as all threads are busy.
     */
    private static ThreadPoolProfile profile(ThreadPoolProfile registered) {
        ThreadPoolProfile profile = new ThreadPoolProfile(ID);
        int most = size(registered == null ? null : registered.getMaxPoolSize(), MOST);
        int threads = size(registered == null ? null : registered.getPoolSize(), Math.min(USUAL_SIZE, most));
        profile.setPoolSize(threads);
        profile.setMaxPoolSize(Math.max(threads, most));
        profile.setKeepAliveTime(registered == null ? null : registered.getKeepAliveTime());
        profile.setTimeUnit(registered == null ? null : registered.getTimeUnit());
        ThreadPoolProfile defaults = new ThreadPoolProfile(ID);
        defaults.setKeepAliveTime(60L);
        defaults.setTimeUnit(TimeUnit.SECONDS);
        profile.addDefaults(defaults);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setAllowCoreThreadTimeOut(true);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    private static int size(Integer registered, int ours) {
        return registered == null ? ours : Math.max(1, registered);
    }
}
