package io.github.camelcliq.internal.account;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which routes go on after a post: an event loop must not run their steps, which may block. An
 * application sets the number of threads, and how long idle ones stay, by a thread pool profile with the id
 * {@value #ID}.
 */
public final class ReplyPool {

    /** The id of the thread pool profile. */
    public static final String ID = "CliqReply";

    /** So many routes may block at the same time after a post; the next ones wait. Our choice. */
    public static final int MAX_THREADS = 256;

    private static final Logger LOG = LoggerFactory.getLogger(ReplyPool.class);

    private final CamelContext context;
    private final ExecutorService threads;

    ReplyPool(CamelContext context) {
        this.context = context;
        this.threads = context.getExecutorServiceManager()
                .newThreadPool(
                        this, ID, profile(context.getExecutorServiceManager().getThreadPoolProfile(ID)));
    }

    /** Runs a task on a thread of the pool, never on the caller's; after the shutdown on a thread of its own. */
    public void execute(Runnable task) {
        try {
            threads.execute(() -> run(task));
        } catch (RejectedExecutionException shutDown) {
            LOG.debug("The thread pool {} is shut down, the answer to a post is settled on a thread of its own", ID);
            new Thread(() -> run(task), "CliqLateReply").start();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            LOG.error("A route that went on after a post failed", thrown);
        }
    }

    /** Lets running tasks end. Waiting tasks run at once, since the pool's threads may all be blocked. */
    void shutDown() {
        List<Runnable> waiting = new ArrayList<>();
        if (threads instanceof ThreadPoolExecutor pool) {
            pool.getQueue().drainTo(waiting);
        }
        context.getExecutorServiceManager().shutdown(threads);
        waiting.forEach(this::execute);
    }

    /** The queue is unbounded: a full one would reject tasks, or hand them to the event loop that adds them. */
    private static ThreadPoolProfile profile(ThreadPoolProfile registered) {
        ThreadPoolProfile profile = new ThreadPoolProfile(ID);
        profile.addDefaults(registered);
        int size = Stream.of(profile.getPoolSize(), profile.getMaxPoolSize())
                .mapToInt(set -> set == null ? 0 : set)
                .max()
                .getAsInt();
        profile.setPoolSize(size > 0 ? size : MAX_THREADS);
        profile.setMaxPoolSize(profile.getPoolSize());
        if (profile.getKeepAliveTime() == null) {
            profile.setKeepAliveTime(10L);
            profile.setTimeUnit(TimeUnit.SECONDS);
        }
        profile.setAllowCoreThreadTimeOut(true);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }
}
