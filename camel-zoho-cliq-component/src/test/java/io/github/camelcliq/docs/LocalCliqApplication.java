package io.github.camelcliq.docs;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.sandbox.Sandbox;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A Camel application with the routes of the guide, whose component posts to a local Cliq. */
final class LocalCliqApplication implements AutoCloseable {

    private final Sandbox cliq = Sandbox.builder().start();
    private final CamelContext camel = new DefaultCamelContext();

    LocalCliqApplication(RoutesBuilder... routes) throws Exception {
        CliqComponent component = camel.getComponent("cliq", CliqComponent.class);
        component.getDefaultAccount().setBaseUrl(cliq.baseUrl());
        component.getDefaultAccount().setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        for (RoutesBuilder each : routes) {
            camel.addRoutes(each);
        }
        camel.start();
    }

    void addRoutes(RoutesBuilder routes) throws Exception {
        camel.addRoutes(routes);
    }

    void addThreadPool(String id, int maximumQueueSize) {
        camel.getExecutorServiceManager()
                .registerThreadPoolProfile(new ThreadPoolProfileBuilder(id)
                        .maxQueueSize(maximumQueueSize)
                        .build());
    }

    void addYaml(String route) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("route.yaml", route));
    }

    CliqAccount account() {
        return camel.getComponent("cliq", CliqComponent.class).getDefaultAccount();
    }

    /** Does something before each redelivery, on the thread of the redelivery. */
    void beforeRedelivery(Runnable action) throws Exception {
        EventNotifierSupport notifier = new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CamelEvent.ExchangeRedeliveryEvent) {
                    action.run();
                }
            }
        };
        notifier.start();
        camel.getManagementStrategy().addEventNotifier(notifier);
        // asked for when the application started
        camel.getCamelContextExtension().setEventNotificationApplicable(true);
    }

    /** Exchanges of routes that have begun and not ended. */
    int inFlight() {
        return camel.getInflightRepository().size();
    }

    /** Stops the application while the local Cliq goes on. */
    void stop() {
        camel.stop();
    }

    Sandbox cliq() {
        return cliq;
    }

    /** Sends one exchange to an endpoint and returns it when it is done, failed or not. */
    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    Future<Exchange> sendAsync(String uri, Object body) {
        return camel.createProducerTemplate()
                .asyncSend(uri, exchange -> exchange.getMessage().setBody(body));
    }

    Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    @Override
    public void close() throws Exception {
        camel.close();
        cliq.close();
    }
}
