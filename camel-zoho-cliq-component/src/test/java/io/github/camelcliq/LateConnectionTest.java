package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** A post that was given up before it had a connection is not written once there is one. */
class LateConnectionTest extends DeliveryTestSupport {

    @Test
    void aPostThatWasReportedAsNotDeliveredIsNotDeliveredLater() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CamelContext context =
                context(sandbox, account -> account.getWebClientOptions().setMaxPoolSize(1));
        sandbox.faults().next(Fault.hang());
        CompletableFuture<Exchange> first = post(context, producer(context, "cliq:chat/first"), "first");
        await().until(() -> sandbox.faults().hanging() == 1);

        CliqAccount impatient = new CliqAccount();
        pointAt(sandbox, impatient);
        impatient.setPacing(false);
        impatient.getWebClientOptions().setMaxPoolSize(1);
        impatient.setTotalTimeout(Duration.ofMillis(300));
        context.getRegistry().bind("impatient", impatient);
        Exchange second = postAndWait(context, "cliq:chat/second?account=impatient", "second");

        CliqException failure = failure(second);
        assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
        sandbox.faults().release();
        settled(first);
        assertThat(postAndWait(context, "cliq:chat/third", "third").getException())
                .isNull();
        assertThat(texts(sandbox.messages())).containsExactly("first", "third");
        assertNothingIsLeft(context, sandbox);
    }
}
