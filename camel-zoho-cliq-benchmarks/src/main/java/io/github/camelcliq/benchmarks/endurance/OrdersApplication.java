package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.sandbox.Sandbox;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** The application that {@link Crash} kills: it posts the orders of a queue or of a folder, as the guide has it. */
final class OrdersApplication {

    private OrdersApplication() {}

    /** Takes the URI of the orders, the URL of the local Cliq and that of the broker, and runs until it is killed. */
    public static void main(String[] arguments) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        camel.addComponent("jms", JmsComponent.jmsComponent(new ActiveMQConnectionFactory(arguments[2])));
        CliqComponent cliq = camel.getComponent("cliq", CliqComponent.class);
        cliq.getDefaultAccount().setBaseUrl(arguments[1]);
        cliq.getDefaultAccount().setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        // with Cliq's limits, the orders would take 20 minutes
        cliq.getDefaultAccount().setPacing(false);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(arguments[0]).removeHeaders("CamelCliq*").to("cliq:channel/orders");
            }
        });
        camel.start();
    }
}
