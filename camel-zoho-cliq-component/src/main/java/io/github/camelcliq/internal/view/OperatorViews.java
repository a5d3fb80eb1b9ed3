package io.github.camelcliq.internal.view;

import io.github.camelcliq.internal.account.ContextServices;
import io.github.camelcliq.internal.figures.Monitors;
import org.apache.camel.CamelContext;
import org.apache.camel.NonManagedService;
import org.apache.camel.support.service.ServiceSupport;

/** Shows the figures of a Camel context to operators, by the health checks and the JMX that the application has. */
public final class OperatorViews extends ServiceSupport implements NonManagedService {

    private static final String METER_REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

    private final CamelContext context;

    private OperatorViews(CamelContext context) {
        this.context = context;
    }

    /** Shows the figures of a context from now on. */
    public static void show(CamelContext context) throws Exception {
        ContextServices.of(context, OperatorViews.class, OperatorViews::new);
    }

    @Override
    protected void doStart() throws Exception {
        Monitors monitors = ContextServices.monitors(context);
        monitors.listen(new HealthChecks(context));
        monitors.listen(new ManagedBeans(context));
        if (context.getClassResolver().resolveClass(METER_REGISTRY) != null) {
            Meters.bind(context, monitors);
        }
    }
}
