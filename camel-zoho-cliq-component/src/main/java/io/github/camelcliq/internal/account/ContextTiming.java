package io.github.camelcliq.internal.account;

import io.github.camelcliq.internal.pacing.Timing;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The clock of the accounts and routes of a Camel context. It is the machine's clock, with one thread for all alarms,
 * or a {@link Timing} in the registry. Tests bind one there.
 */
public final class ContextTiming extends ServiceSupport {

    private final CamelContext context;
    private final ScheduledExecutorService alarms;

    private ContextTiming(CamelContext context) {
        this.context = context;
        ThreadPoolProfile profile = new ThreadPoolProfile("CliqTimer");
        profile.setPoolSize(1);
        // Camel's default refuses a call while 1,000 others wait
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        this.alarms = context.getExecutorServiceManager().newScheduledThreadPool(this, "CliqTimer", profile);
        if (alarms instanceof ScheduledThreadPoolExecutor scheduled) {
            scheduled.setRemoveOnCancelPolicy(true);
        }
    }

    public static Timing of(CamelContext context) throws Exception {
        Timing bound = context.getRegistry().findSingleByType(Timing.class);
        return bound != null
                ? bound
                : new ScheduledTiming(ContextServices.of(context, ContextTiming.class, ContextTiming::new).alarms);
    }

    @Override
    protected void doStop() {
        context.getExecutorServiceManager().shutdownNow(alarms);
    }
}
