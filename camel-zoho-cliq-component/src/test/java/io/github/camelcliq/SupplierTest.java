package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.AccessTokenSupplier;
import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Whatever an application's own supply of tokens does, every post ends. */
class SupplierTest extends DeliveryTestSupport {

    private CamelContext supplied(Sandbox sandbox, AccessTokenSupplier supplier) throws Exception {
        return supplied(sandbox, supplier, Duration.ofMinutes(1));
    }

    private CamelContext supplied(Sandbox sandbox, AccessTokenSupplier supplier, Duration totalTimeout)
            throws Exception {
        return context(sandbox, account -> {
            account.setAccessToken(null);
            account.setAccessTokenSupplier(supplier);
            account.setTotalTimeout(totalTimeout);
        });
    }

    private static void assertUnavailable(Exchange exchange) {
        CliqException failure = failure(exchange);
        assertThat(failure).isExactlyInstanceOf(CliqUnavailableException.class);
        assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
    }

    @Test
    void oneThatNeverAnswersFailsThePostInTime() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CompletableFuture<String> never = new CompletableFuture<>();
        CamelContext context = supplied(sandbox, () -> never, Duration.ofMillis(200));
        AsyncProducer producer = producer(context, "cliq:chat/" + CHAT);

        CompletableFuture<Exchange> first = post(context, producer, "first");
        CompletableFuture<Exchange> second = post(context, producer, "second");

        try {
            assertUnavailable(settled(first));
            assertUnavailable(settled(second));
            assertNothingIsLeft(context, sandbox);
        } finally {
            never.complete(Sandbox.DEFAULT_ACCESS_TOKEN);
        }
    }

    @Test
    void oneThatNeverAnswersDoesNotOutliveTheContext() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CompletableFuture<String> never = new CompletableFuture<>();
        CamelContext context = supplied(sandbox, () -> never);
        CompletableFuture<Exchange> waiting = post(context, producer(context, "cliq:chat/" + CHAT), "first");

        context.stop();

        try {
            assertUnavailable(settled(waiting));
            assertThat(failure(waiting.join()).isStopping()).isTrue();
        } finally {
            never.complete(Sandbox.DEFAULT_ACCESS_TOKEN);
        }
    }

    @Test
    void oneThatThrowsAnErrorFailsThePost() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CamelContext context = supplied(sandbox, () -> {
            throw new NoClassDefFoundError("a library is missing");
        });
        AsyncProducer producer = producer(context, "cliq:chat/" + CHAT);

        assertUnavailable(settled(post(context, producer, "first")));
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void oneThatGivesNothingFailsThePost() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CamelContext context = supplied(sandbox, () -> null);

        assertUnavailable(postAndWait(context, "cliq:chat/" + CHAT, "first"));
    }

    @Test
    void oneThatThrowsAnErrorWhenATokenIsRefusedFailsThePost() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CamelContext context = supplied(sandbox, new AccessTokenSupplier() {
            @Override
            public CompletionStage<String> get() {
                return CompletableFuture.completedFuture("wrong");
            }

            @Override
            public void refused(String accessToken) {
                throw new NoClassDefFoundError("a library is missing");
            }
        });
        AsyncProducer producer = producer(context, "cliq:chat/" + CHAT);

        assertUnavailable(settled(post(context, producer, "first")));
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void oneThatAnswersOnAThreadOfItsOwnPostsAsAnyOther() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().accessToken("mine").start());
        CamelContext context = supplied(sandbox, () -> CompletableFuture.supplyAsync(() -> "mine"));

        List<Exchange> exchanges = List.of(
                postAndWait(context, "cliq:chat/" + CHAT, "first"),
                postAndWait(context, "cliq:chat/" + CHAT, "second"));

        assertThat(exchanges)
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(texts(sandbox.messages())).containsExactly("first", "second");
    }
}
