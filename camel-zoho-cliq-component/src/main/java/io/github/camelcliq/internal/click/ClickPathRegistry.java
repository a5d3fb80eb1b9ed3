package io.github.camelcliq.internal.click;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.internal.account.ContextServices;
import io.github.camelcliq.internal.account.ContextTiming;
import io.github.camelcliq.internal.figures.ClickMonitor;
import io.github.camelcliq.internal.figures.Monitors;
import io.github.camelcliq.internal.pacing.Timing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** The paths of a Camel context that Cliq posts to. All routes of the same path share one {@link ClickPath}. */
public final class ClickPathRegistry extends ServiceSupport {

    /**
     * The id of the thread pool on which routes run while a thread of the server waits for their answer. An application
     * may register a thread pool profile with this id.
     */
    static final String POOL = "CliqClick";

    /** More than servers have threads by default. Our choice. */
    private static final int MAX_THREADS = 256;

    /**
     * How long a stop waits for the pool before it interrupts the threads, and once more after that. Camel has already
     * waited for the routes. Our choice.
     */
    private static final Duration LAST_STEPS = Duration.ofSeconds(1);

    private final CamelContext context;
    private final Timing timing;
    private final Monitors monitors;

    // guarded by this
    private final Map<String, ClickPath> paths = new HashMap<>();
    private ExecutorService routes;

    private ClickPathRegistry(CamelContext context, Timing timing, Monitors monitors) {
        this.context = context;
        this.timing = timing;
        this.monitors = monitors;
    }

    /** Returns the paths of a context; creates them on first use. */
    public static ClickPathRegistry of(CamelContext context) throws Exception {
        Timing timing = ContextTiming.of(context);
        Monitors monitors = ContextServices.monitors(context);
        return ContextServices.of(
                context, ClickPathRegistry.class, made -> new ClickPathRegistry(made, timing, monitors));
    }

    /**
     * Adds a route to its path, and opens the path for the first route.
     *
     * @throws IllegalArgumentException if another route takes the same calls, or has other options for the path
     */
    public synchronized ClickPath add(CallHandler handler) throws Exception {
        CliqConfiguration configuration = handler.options();
        ClickPath path = paths.get(configuration.getPath());
        if (path == null) {
            return open(configuration, handler);
        }
        List<String> differences = ClickPath.sharedOptions(configuration).differencesTo(path.options());
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException("Routes that share the path " + configuration.getPath()
                    + " must have the same options for it, best set on the component; different are "
                    + String.join(", ", differences));
        }
        path.add(handler);
        return path;
    }

    private ClickPath open(CliqConfiguration configuration, CallHandler handler) throws Exception {
        ClickMonitor monitor = monitors.path(configuration.getPath());
        try {
            ClickPath path = new ClickPath(context, configuration, monitor, timing);
            path.add(handler);
            try {
                path.open();
            } catch (Exception notOpen) {
                path.close();
                throw notOpen;
            }
            paths.put(configuration.getPath(), path);
            monitor.trouble(null);
            return path;
        } catch (Exception notOpen) {
            monitor.trouble(notOpen.getMessage() == null ? notOpen.toString() : notOpen.getMessage());
            throw notOpen;
        }
    }

    /** Removes a route for good, and closes its path after the last route. */
    public synchronized void remove(CallHandler handler) {
        String name = handler.options().getPath();
        ClickPath path = paths.get(name);
        if (path != null) {
            path.remove(handler);
            if (path.isUnused()) {
                paths.remove(name);
                path.close();
            }
        }
        if (!paths.containsKey(name)) {
            monitors.closePath(name);
        }
    }

    /** Returns the clock for the timestamps of clicks and for time-outs. */
    public Timing timing() {
        return timing;
    }

    /**
     * Returns the threads on which routes run, so that a thread of the server can answer before they end. The pool has
     * no queue. It rejects a route if all threads are busy, or if the context has stopped.
     */
    public synchronized ExecutorService routes() {
        if (routes == null) {
            ThreadPoolProfile registered = context.getExecutorServiceManager().getThreadPoolProfile(POOL);
            ThreadPoolProfile profile = new ThreadPoolProfile(POOL);
            profile.addDefaults(registered);
            ThreadPoolProfile defaults = new ThreadPoolProfile(POOL);
            defaults.setPoolSize(1);
            defaults.setMaxPoolSize(MAX_THREADS);
            defaults.setKeepAliveTime(60L);
            defaults.setTimeUnit(TimeUnit.SECONDS);
            profile.addDefaults(defaults);
            profile.setMaxQueueSize(-1);
            profile.setAllowCoreThreadTimeOut(true);
            profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
            routes = context.getExecutorServiceManager().newThreadPool(this, POOL, profile);
        }
        return routes;
    }

    @Override
    protected synchronized void doStop() {
        paths.values().forEach(ClickPath::close);
        paths.clear();
        if (routes != null) {
            context.getExecutorServiceManager().shutdownGraceful(routes, LAST_STEPS.toMillis());
            routes = null;
        }
    }
}
