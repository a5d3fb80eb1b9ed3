package io.github.camelcliq.docs;

import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** An application that posts orders from a broker's queue or a folder: in the JVM of a test, or in one of its own. */
final class OrdersApplication {

    private OrdersApplication() {}

    /**
     * Takes the class of the route, the URL of the local Cliq, the URL of the broker and the folder of the orders, and
     * runs until the JVM is ended.
     */
    public static void main(String[] arguments) throws Exception {
        Class<?> route = Class.forName(arguments[0]);
        start(
                (RoutesBuilder) route.getDeclaredConstructor().newInstance(),
                arguments[1],
                arguments[2],
                Path.of(arguments[3]),
                cliq -> cliq.getDefaultAccount().setPacing(false));
    }

    static Process startJvm(Class<? extends RoutesBuilder> route, String cliq, String broker, Path orders)
            throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.apache.camel.jmx.disabled=true",
                        "-classpath",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OrdersApplication.class.getName(),
                        route.getName(),
                        cliq,
                        broker,
                        orders.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        orders.resolveSibling("jvm.log").toFile()))
                .start();
    }

    static CamelContext start(
            RoutesBuilder route, String cliq, String broker, Path orders, Consumer<CliqComponent> options)
            throws Exception {
        CamelContext camel = new DefaultCamelContext();
        camel.getPropertiesComponent().addInitialProperty("orders", orders.toString());
        JmsComponent jms = JmsComponent.jmsComponent(new ActiveMQConnectionFactory(broker));
        // a stop waits for the consumers, which wait so long for a message
        jms.getConfiguration().setReceiveTimeout(100);
        jms.getConfiguration().setRecoveryInterval(100);
        camel.addComponent("jms", jms);
        CliqComponent component = camel.getComponent("cliq", CliqComponent.class);
        component.getDefaultAccount().setBaseUrl(cliq);
        component.getDefaultAccount().setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        options.accept(component);
        camel.addRoutes(route);
        camel.start();
        return camel;
    }
}
