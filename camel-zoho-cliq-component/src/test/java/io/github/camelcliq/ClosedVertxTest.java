package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that closes its own Vert.x before its Camel context leaves no exchange without an end. */
class ClosedVertxTest extends DeliveryTestSupport {

    private static final String ANOTHER_TOKEN = "another-token";

    private Sandbox sandbox;
    private Vertx vertx;

    @BeforeEach
    void start() {
        sandbox = closing(Sandbox.builder()
                .accessTokenOf(Sandbox.DEFAULT_USER, Sandbox.DEFAULT_ACCESS_TOKEN)
                .accessTokenOf(Sandbox.DEFAULT_USER, ANOTHER_TOKEN)
                .start());
        vertx = Vertx.vertx();
        closing(() -> vertx.close());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPostAfterwardsIsNotDelivered(boolean paced) throws Exception {
        CamelContext context = onTheApplicationsVertx(false);
        if (paced) {
            paceOneAMinute(context);
        } else {
            context.getComponent("cliq", CliqComponent.class)
                    .getDefaultAccount()
                    .setPacing(false);
        }
        AsyncProducer producer = producer(context, "cliq:chat/x?maximumWait=2m");
        assertThat(settled(post(context, producer, "first")).getException()).isNull();
        close();

        assertNotDelivered(post(context, producer, "second"));
    }

    @Test
    void norIsOneThatHasNoTokenYet() throws Exception {
        CamelContext context = onTheApplicationsVertx(true);
        AsyncProducer producer = producer(context, "cliq:chat/x");
        close();

        assertNotDelivered(post(context, producer, "first"));
    }

    @Test
    void aPostThatWaitsForItsTurnIsSettled() throws Exception {
        CamelContext context = onTheApplicationsVertx(false);
        paceOneAMinute(context);
        AsyncProducer producer = producer(context, "cliq:chat/x?maximumWait=2m");
        settled(post(context, producer, "first"));
        CompletableFuture<Exchange> second = post(context, producer, "second");
        assertThat(CliqClients.of(context))
                .extracting(client -> client.figures().waiting())
                .containsExactly(1);

        close();

        assertThat(assertNotDelivered(second).isStopping()).isTrue();
    }

    @Test
    void aPostThatWaitsForATokenIsSettled() throws Exception {
        CamelContext context = onTheApplicationsVertx(true);
        sandbox.tokenFaults().next(Fault.hang());
        CompletableFuture<Exchange> first = post(context, producer(context, "cliq:chat/x"), "first");
        await().until(() -> sandbox.openTokenRequests() == 1);

        close();

        assertNotDelivered(first);
    }

    @Test
    void anAccountOnAnotherVertxThatSharesTheBudgetPostsOn() throws Exception {
        ManualTiming time = new ManualTiming();
        CamelContext context = started(starting -> {
            starting.getRegistry().bind("timing", time);
            starting.addComponent("other", new CliqComponent());
            starting.getComponent("cliq", CliqComponent.class).setVertx(vertx);
            Map.of("cliq", Sandbox.DEFAULT_ACCESS_TOKEN, "other", ANOTHER_TOKEN).forEach((scheme, token) -> {
                CliqAccount account =
                        starting.getComponent(scheme, CliqComponent.class).getDefaultAccount();
                pointAt(sandbox, account);
                paceOneAMinute(account);
                account.setAccessToken(token);
                account.setBudgetKey("user");
            });
        });
        AsyncProducer onClosed = producer(context, "cliq:chat/x?maximumWait=1h");
        settled(post(context, onClosed, "first"));
        CompletableFuture<Exchange> second = post(context, onClosed, "second");
        CompletableFuture<Exchange> third = post(context, producer(context, "other:chat/y?maximumWait=1h"), "third");

        close();
        time.pass(Duration.ofMinutes(2));

        assertThat(settled(third).getException()).isNull();
        assertThat(assertNotDelivered(second).isStopping()).isTrue();
        assertThat(texts(sandbox.messages())).containsExactly("first", "third");
    }

    private CamelContext onTheApplicationsVertx(boolean refreshToken) throws Exception {
        return started(starting -> {
            starting.getRegistry().bind("vertx", vertx);
            CliqAccount account =
                    starting.getComponent("cliq", CliqComponent.class).getDefaultAccount();
            pointAt(sandbox, account);
            if (refreshToken) {
                refreshToken(account);
            }
        });
    }

    private static void paceOneAMinute(CamelContext context) {
        paceOneAMinute(context.getComponent("cliq", CliqComponent.class).getDefaultAccount());
    }

    private static void paceOneAMinute(CliqAccount account) {
        account.setPostsPerWindow(1);
        account.setRestrictedPostsPerWindow(1);
    }

    private void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static CliqException assertNotDelivered(CompletableFuture<Exchange> post) throws Exception {
        CliqException failure = failure(settled(post));
        assertThat(failure).isExactlyInstanceOf(CliqUnavailableException.class);
        assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
        return failure;
    }
}
