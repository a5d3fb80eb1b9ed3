package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** A route that goes on after a post with a step that waits for another post. */
class BlockingRouteTest extends DeliveryTestSupport {

    /** More than there usually are threads that routes go on with. */
    private static final int MANY = 12;

    @Test
    void aStepThatWaitsForASecondPostDoesNotStarveItsAnswer() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        sandbox.faults().next(MANY, Fault.hang());
        CamelContext context = context(sandbox, configuration -> {}, new RouteBuilder() {
            @Override
            public void configure() {
                ProducerTemplate template = getContext().createProducerTemplate();
                from("direct:in")
                        .toD("cliq:chat/${body}")
                        .process(exchange -> template.sendBody("cliq:channel/log", "noted"));
            }
        });
        ProducerTemplate template = context.createProducerTemplate();
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String chat = "CT_" + i;
            posts.add(template.asyncSend(
                    "direct:in", exchange -> exchange.getMessage().setBody(chat)));
        }

        await().until(() -> sandbox.faults().hanging() == MANY);
        sandbox.faults().release();

        assertThat(CompletableFuture.allOf(posts.toArray(CompletableFuture[]::new)))
                .succeedsWithin(PATIENCE);
        assertThat(sandbox.messages()).hasSize(2 * MANY);
    }

    @Test
    void aCircuitBreakerAfterAPostDoesNotStarve() throws Exception {
        CircuitBreakers.assumeThatTheyAreThere();
        Sandbox sandbox = closing(Sandbox.builder().start());
        sandbox.faults().next(MANY, Fault.hang());
        CamelContext context = context(sandbox, configuration -> {}, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .toD("cliq:chat/${body}")
                        .circuitBreaker()
                        .toD("cliq:channel/${body}")
                        .end();
            }
        });
        ProducerTemplate template = context.createProducerTemplate();
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String chat = "CT_" + i;
            posts.add(template.asyncSend(
                    "direct:in", exchange -> exchange.getMessage().setBody(chat)));
        }

        await().until(() -> sandbox.faults().hanging() == MANY);
        sandbox.faults().release();

        assertThat(CompletableFuture.allOf(posts.toArray(CompletableFuture[]::new)))
                .succeedsWithin(PATIENCE);
        assertThat(sandbox.messages()).hasSize(2 * MANY);
    }
}
