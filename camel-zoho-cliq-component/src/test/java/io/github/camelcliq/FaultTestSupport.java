package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.vertx.core.Vertx;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** One local Cliq for all faults of a class, and what must hold after each of them. */
abstract class FaultTestSupport extends DeliveryTestSupport {

    static final String URI = "cliq:chat/" + CHAT;

    static Sandbox sandbox;

    /** One for all contexts, since to make one takes longer than most tests here. */
    private static Vertx vertx;

    final SkippingTiming timing = closing(new SkippingTiming());

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().start();
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        vertx.close();
    }

    @AfterEach
    void forget() {
        sandbox.goOnline();
        sandbox.reset();
    }

    /** Paced, with room enough that nothing waits, so that permits are counted too. */
    final CamelContext context(Consumer<CliqAccount> options) throws Exception {
        return started(context -> {
            CliqComponent component = context.getComponent("cliq", CliqComponent.class);
            context.getRegistry().bind("timing", timing);
            context.getRegistry().bind("vertx", vertx);
            pointAt(sandbox, component.getDefaultAccount());
            options.accept(component.getDefaultAccount());
        });
    }

    /** Posts from now on have all the time they need, whatever time-outs the account began with. */
    static void patient(CamelContext context) {
        CliqAccount account = context.getComponent("cliq", CliqComponent.class).getDefaultAccount();
        account.setReadTimeout(PATIENCE);
        account.setTotalTimeout(PATIENCE);
    }

    static void unpacedRefreshToken(CliqAccount account) {
        refreshToken(account);
        account.setPacing(false);
    }

    /** What a post meets, and what its route learns: an exception and what is known of the message, or a receipt. */
    record Trouble(
            String name,
            Fault fault,
            Consumer<CliqAccount> options,
            Class<? extends CliqException> exception,
            Delivery delivery) {

        static Trouble of(String name, Fault fault, Class<? extends CliqException> exception, Delivery delivery) {
            return new Trouble(name, fault, account -> {}, exception, delivery);
        }

        static Trouble survived(String name, Fault fault) {
            return new Trouble(name, fault, account -> {}, null, null);
        }

        Trouble with(Consumer<CliqAccount> more) {
            return new Trouble(name, fault, more, exception, delivery);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static void assertMeets(Trouble expected, Exchange exchange) {
        if (expected.exception() == null) {
            assertThat(exchange.getException()).isNull();
            return;
        }
        assertThat(exchange.getException()).isExactlyInstanceOf(expected.exception());
        CliqException failure = failure(exchange);
        assertThat(failure.getDelivery()).isEqualTo(expected.delivery());
        assertThat(failure.isSafeToRedeliver())
                .isEqualTo(failure.isRetryable() && expected.delivery() == Delivery.NOT_DELIVERED);
        assertThat(failure.getMessage()).doesNotContain("null", "\n", Sandbox.DEFAULT_ACCESS_TOKEN);
    }
}
