package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSlowChatHoldsNoMorePostsThanMayWait(boolean pacing) throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CamelContext context = context(sandbox, account -> {
            account.setPacing(pacing);
            account.setMaximumQueued(3);
        });
        AsyncProducer producer = producer(context, "cliq:chat/" + CHAT);
        sandbox.faults().next(Fault.hang());
        List<CompletableFuture<Exchange>> posts = posts(4, context, producer);

        Exchange oneTooMany = settled(post(context, producer, "one too many"));

        assertThrottledUnsent(oneTooMany, "too many posts wait already");
        assertThat(posts).noneMatch(CompletableFuture::isDone);
        await().until(() -> sandbox.faults().hanging() == 1);
        sandbox.faults().release();
        assertThat(allSettled(posts)).allMatch(exchange -> exchange.getException() == null);
        assertThat(texts(sandbox.messages(CHAT))).containsExactly("0", "1", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPostWaitsNoLongerForASlowChatThanItMay(boolean pacing) throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CamelContext context = context(sandbox, (account, endpoints) -> {
            account.setPacing(pacing);
            endpoints.setMaximumWait(50);
        });
        AsyncProducer producer = producer(context, "cliq:chat/" + CHAT);
        sandbox.faults().next(Fault.hang());
        CompletableFuture<Exchange> first = post(context, producer, "first");
        await().until(() -> sandbox.faults().hanging() == 1);

        assertThrottledUnsent(settled(post(context, producer, "second")), "its turn comes too late");

        sandbox.faults().release();
        assertThat(settled(first).getException()).isNull();
        assertThat(texts(sandbox.messages(CHAT))).containsExactly("first");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStopSettlesAtOnceWhatWaitsForASlowChat(boolean pacing) throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CamelContext context = context(sandbox, account -> account.setPacing(pacing));
        AsyncProducer producer = producer(context, "cliq:chat/" + CHAT);
        sandbox.faults().next(Fault.hang());
        post(context, producer, "first");
        await().until(() -> sandbox.faults().hanging() == 1);
        List<CompletableFuture<Exchange>> waiting = posts(40, context, producer);

        CompletableFuture<Void> stop = CompletableFuture.runAsync(context::stop);

        assertThat(allSettled(waiting))
                .allSatisfy(
                        exchange -> assertThat(failure(exchange).isStopping()).isTrue());
        stop.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(sandbox.requests()).as("the slow post alone").hasSizeLessThanOrEqualTo(1);
    }

    private List<CompletableFuture<Exchange>> posts(int count, CamelContext context, AsyncProducer producer) {
        return IntStream.range(0, count)
                .mapToObj(number -> post(context, producer, String.valueOf(number)))
                .toList();
    }

    private static void assertThrottledUnsent(Exchange exchange, String reason) {
        assertThat(failure(exchange))
                .isInstanceOf(CliqThrottledException.class)
                .hasMessageContaining(reason)
                .extracting(CliqException::getDelivery)
                .isEqualTo(Delivery.NOT_DELIVERED);
    }

    private CompletableFuture<Exchange> postTo(String chat, AsyncProducer producer, String text) {
        Exchange exchange = new DefaultExchange(producer.getEndpoint().getCamelContext());
        exchange.getMessage().setBody(text);
        exchange.getMessage().setHeader(CliqConstants.TARGET, chat);
        return watch.post(producer, exchange);
    }
}
