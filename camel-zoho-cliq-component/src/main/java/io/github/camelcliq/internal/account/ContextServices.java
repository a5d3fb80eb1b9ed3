package io.github.camelcliq.internal.account;

import io.github.camelcliq.internal.figures.Monitors;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;
import org.apache.camel.support.service.ServiceHelper;

/** The services of a Camel context that all its endpoints share. */
public final class ContextServices {

    private ContextServices() {}

    /** Returns the monitors of a context; creates them on first use. */
    public static Monitors monitors(CamelContext context) throws Exception {
        return of(context, Monitors.class, made -> new Monitors());
    }

    /** Returns the started service of a type; creates it on first use. */
    public static <T extends Service> T of(CamelContext context, Class<T> type, Function<CamelContext, T> maker)
            throws Exception {
        synchronized (context) {
            T service = context.hasService(type);
            if (service == null) {
                service = maker.apply(context);
                context.addService(service);
            }
            ServiceHelper.startService(service);
            return service;
        }
    }
}
