package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.junit.CliqSandboxExtension;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a test of an application uses the sandbox. */
class SandboxExampleTest extends CamelTestSupport {

    @RegisterExtension
    static final CliqSandboxExtension CLIQ = new CliqSandboxExtension();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        CliqComponent component = context.getComponent("cliq", CliqComponent.class);
        component.getDefaultAccount().setBaseUrl(CLIQ.baseUrl());
        component.getDefaultAccount().setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:orders").to("cliq:channel/orders");
            }
        };
    }

    @Test
    void ordersArriveInTheirChannel() {
        template().sendBody("direct:orders", "Order 4711 is paid.");

        assertThat(CLIQ.sandbox().awaitMessages(1, Duration.ofSeconds(30)))
                .extracting(ReceivedMessage::target, ReceivedMessage::json)
                .containsExactly(tuple("orders", "{\"text\":\"Order 4711 is paid.\"}"));
    }
}
