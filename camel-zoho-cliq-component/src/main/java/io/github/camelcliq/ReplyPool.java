package io.github.camelcliq;

import io.github.camelcliq.client.Timing;
import io.github.camelcliq.client.VertxClosing;
import io.github.camelcliq.client.VertxTiming;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
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

    /** After this time it is looked whether more of the usual threads are needed; our choice. */
    private static final Duration GLANCE = Duration.ofMillis(1);

    private static final Logger LOG = LoggerFactory.getLogger(ReplyPool.class);

    private final CamelContext context;
    private final Timing timing;
    private final ExecutorService pool;
    private final int usualSize;

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** Threads that settle what waits, those included that were called and did not begin yet. */
    private final AtomicInteger working = new AtomicInteger();

    private final LongAdder settled = new LongAdder();

    /** Whether a look is to come: whether more of the usual threads are needed, and whether more than those. */
    private final AtomicBoolean glanceDue = new AtomicBoolean();

    private final AtomicBoolean stallDue = new AtomicBoolean();

    private final VertxClosing closing;
    private volatile boolean unwatched;

    /** @param vertx looks after the pool, with its timers */
    ReplyPool(CamelContext context, Vertx vertx) {
        this(context, vertx, new VertxTiming(vertx, Clock.systemUTC()));
    }

    /** Looked after by the calls of a timing, which a test moves on. */
    ReplyPool(CamelContext context, Vertx vertx, Timing timing) {
        this.context = context;
        this.timing = timing;
        ThreadPoolProfile profile = profile(context.getExecutorServiceManager().getThreadPoolProfile(ID));
        this.usualSize = profile.getPoolSize();
        this.pool = context.getExecutorServiceManager().newThreadPool(this, ID, profile);
        this.closing = new VertxClosing(vertx, this::watchNoLonger);
    }

    /** Does something on a thread of the pool, or on one of its own once the pool is shut down. */
    void execute(Runnable settling) {
        // what the application makes pools with may make others, of virtual threads for instance, which never stall
        if (pool.isShutdown() || !(pool instanceof ThreadPoolExecutor threads)) {
            start(settling);
            return;
        }
        waiting.add(settling);
        if (working.compareAndSet(0, 1)) {
            startSoon();
        } else {
            watch(threads);
        }
    }

    /** Of a pool that Camel made, for tests. */
    ExecutorService threads() {
        return pool;
    }

    void shutDown() {
        context.getExecutorServiceManager().shutdownGraceful(pool);
        closing.close();
        unwatched = true;
        if (!waiting.isEmpty()) {
            // behind threads that block whoever interrupts them, or dropped with the pool's queue
            working.incrementAndGet();
            start(this::work);
        }
    }

    /**
     * An event loop hands over all the answers that it has read before it wakes a thread for them: to be woken for each
     * costs more than most of what follows.
     */
    private void startSoon() {
        Context loop = Vertx.currentContext();
        if (loop == null || !loop.isEventLoopContext()) {
            start(this::work);
            return;
        }
        try {
            loop.runOnContext(afterAllThatWasRead -> start(this::work));
        } catch (RejectedExecutionException loopHasEnded) {
            start(this::work);
        }
    }

    private void start(Runnable work) {
        try {
            pool.execute(work);
        } catch (RejectedExecutionException poolIsShutDown) {
            // the context was stopped by force: whoever waits for the exchange must still hear of it, but not on the
            // event loop
            LOG.debug("The reply pool is shut down, a late answer of Cliq is settled on a thread of its own");
            new Thread(work, "CliqLateReply").start();
        }
    }

    /**
     * Goes on as long as anything waits. One that works alone looks again after others had their turn, of which an
     * event loop may be one: to sleep and be woken costs more.
     */
    private void work() {
        do {
            while (hasSettled() && working.get() == 1) {
                Thread.yield();
            }
            working.decrementAndGet();
        } while (!waiting.isEmpty() && mayWork());
    }

    /** Settles all that waits; false where nothing did. */
    private boolean hasSettled() {
        Runnable next = waiting.poll();
        boolean any = next != null;
        while (next != null) {
            settle(next);
            next = waiting.poll();
        }
        return any;
    }

    private void settle(Runnable next) {
        settled.increment();
        try {
            next.run();
        } catch (Throwable thrown) {
            // those behind it are settled all the same
            LOG.error("An exchange failed where its route goes on after a post", thrown);
        } finally {
            forgetInterruption();
        }
    }

    /** As pools do between their tasks: what interrupted one exchange is not meant for the next. */
    private void forgetInterruption() {
        if (!pool.isShutdown()) {
            Thread.interrupted();
        }
    }

    /** Lets one more thread work, unless as many do as may. */
    private boolean mayWork() {
        int most = ((ThreadPoolExecutor) pool).getCorePoolSize();
        return working.getAndUpdate(now -> Math.max(now, Math.min(now + 1, most))) < most;
    }

    private void call(long more) {
        for (long left = more; left > 0 && mayWork(); left--) {
            start(this::work);
        }
    }

    /** Soon, where more of the usual threads may be called; else not before all of them are taken to be stalled. */
    private void watch(ThreadPoolExecutor threads) {
        if (unwatched) {
            call(1);
        } else if (working.get() < threads.getCorePoolSize()) {
            watch(threads, GLANCE, glanceDue);
        } else {
            watch(threads, STALLED, stallDue);
        }
    }

    private void watch(ThreadPoolExecutor threads, Duration until, AtomicBoolean due) {
        if (!due.get() && due.compareAndSet(false, true)) {
            long before = settled.sum();
            try {
                timing.after(until, () -> {
                    due.set(false);
                    look(threads, before, until == STALLED);
                });
            } catch (RuntimeException closed) {
                LOG.debug("Nobody looks after the threads that routes go on with any more", closed);
                watchNoLonger();
            }
        }
    }

    /**
     * The application closes its Vert.x, of which no timer rings from now on: threads are called for whatever waits.
     */
    private void watchNoLonger() {
        unwatched = true;
        call(waiting.size());
    }

    /** More threads are called only where those at work do not keep up: where one is enough, others cost. */
    private void look(ThreadPoolExecutor threads, long settledBefore, boolean longEnough) {
        int left = waiting.size();
        if (left == 0) {
            threads.setCorePoolSize(usualSize);
            return;
        }
        long done = settled.sum() - settledBefore;
        if (longEnough && done == 0 && working.get() >= threads.getCorePoolSize()) {
            grow(threads, left);
        }
        if (done < left) {
            // one at a time: those at work may only have waited for a core
            call(1);
        }
        watch(threads);
    }

    private void grow(ThreadPoolExecutor threads, int waiting) {
        // those that block may be more than there usually are, which the pool went back to meanwhile
        int size = Math.max(threads.getCorePoolSize(), working.get());
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
