package io.github.camelcliq.internal.account;

import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;
import org.apache.camel.support.service.ServiceHelper;

/** What a Camel context has one of, however many endpoints share it. */
public final class ContextServices {

    private ContextServices() {}

    /** The service of that type of a context, made on first use, and started. */
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
