package io.github.camelcliq.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.CliqClients;
import io.github.camelcliq.CliqConstants;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts to one chat do not overtake each other, whoever asks and however the chat is named. */
class OrderTest extends DeliveryTestSupport {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChatIsOneHoweverItsIdIsWritten(boolean pacing) throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CamelContext context = context(sandbox, account -> account.setPacing(pacing));
        AsyncProducer producer = producer(context, "cliq:chat");
        sandbox.faults().next(Fault.hang());

        CompletableFuture<Exchange> first = postTo("a%40b", producer, "first");
        await().until(() -> sandbox.faults().hanging() == 1);
        CompletableFuture<Exchange> second = postTo("a@b", producer, "second");

        assertThat(CliqClients.of(context))
                .extracting(client -> client.figures().waiting())
                .containsExactly(1);
        sandbox.faults().release();
        allSettled(List.of(first, second));
        assertThat(texts(sandbox.messages("a@b"))).containsExactly("first", "second");
    }

    private CompletableFuture<Exchange> postTo(String chat, AsyncProducer producer, String text) {
        Exchange exchange = new DefaultExchange(producer.getEndpoint().getCamelContext());
        exchange.getMessage().setBody(text);
        exchange.getMessage().setHeader(CliqConstants.TARGET, chat);
        return watch.post(producer, exchange);
    }
}
