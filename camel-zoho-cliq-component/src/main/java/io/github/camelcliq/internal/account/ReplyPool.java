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
 * The threads on which routes continue after a post. The steps of a route may block, so an event loop must not run
 * them. An application sets the number of threads and their idle time by a thread pool profile with the id
 * {@value #ID}.
 */
public final class ReplyPool {

    /** The id of the thread pool profile. */
    public static final String ID = "CliqReply";

    /** The most routes that may block at the same time after a post; further routes wait. Our choice. */
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

    /** Runs a task on a thread of the pool, never on the caller's. After the shutdown it uses a new thread. */
    public void execute(Runnable task) {
        try {
            threads.execute(() -> run(task));
        } catch (RejectedExecutionException shutDown) {
            LOG.debug("The thread pool {} is shut down. The route continues on a new thread.", ID);
            new Thread(() -> run(task), "CliqLateReply").start();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            LOG.error("A route failed after a post", thrown);
        }
    }

    /**
     * Shuts the pool down and lets running tasks end. Waiting tasks run at once on new threads, since all threads of
     * the pool may be blocked.
     */
    void shutDown() {
        List<Runnable> waiting = new ArrayList<>();
        if (threads instanceof ThreadPoolExecutor pool) {
            pool.getQueue().drainTo(waiting);
        }
        context.getExecutorServiceManager().shutdown(threads);
        waiting.forEach(this::execute);
    }

    /**
     * Makes the profile of the pool. Its queue is unbounded: a full queue would reject tasks, or run them on the event
     * loop that adds them.
     */
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
