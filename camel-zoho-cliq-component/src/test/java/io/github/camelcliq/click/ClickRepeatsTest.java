package io.github.camelcliq.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.click.ClickServer.Answer;
import io.github.camelcliq.delivery.CapturedLog;
import io.github.camelcliq.webhook.ClickId;
import io.github.camelcliq.webhook.Clicks;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same bytes again are the same click: no route hears of it twice. */
class ClickRepeatsTest {

    private static final AtomicInteger CALLS = new AtomicInteger();

    @BeforeEach
    void forgetCalls() {
        CALLS.set(0);
    }

    private static RouteBuilder counting() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/approve")
                        .process(exchange -> exchange.getMessage().setBody("Approved " + CALLS.incrementAndGet()));
            }
        };
    }

    private static byte[] click() {
        return Clicks.bytes(Clicks.sample("approve", Instant.now()));
    }

    @Test
    void aRepeatGetsTheFirstsAnswer() {
        try (ClickServer server = ClickServer.with(counting()).start()) {
            byte[] click = click();

            assertThat(server.post(click).output().path("text").asText()).isEqualTo("Approved 1");
            assertThat(server.post(click).output().path("text").asText()).isEqualTo("Approved 1");
            assertThat(CALLS).hasValue(1);
        }
    }

    @Test
    void aPersonWhoClicksAgainIsHeardAgain() {
        try (ClickServer server = ClickServer.with(counting()).start()) {
            Instant now = Instant.now();

            server.post(Clicks.sample("approve", now));
            server.post(Clicks.sample("approve", now.plusMillis(1)));

            assertThat(CALLS).hasValue(2);
        }
    }

    @Test
    void aRepeatThatComesBeforeTheAnswerWaitsForIt() throws Exception {
        CountDownLatch decided = new CountDownLatch(1);
        RouteBuilder deciding = new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/approve").process(exchange -> {
                    CALLS.incrementAndGet();
                    decided.await();
                    exchange.getMessage().setBody("Approved");
                });
            }
        };
        try (ClickServer server =
                ClickServer.with(deciding).cliq("reply-timeout", "30s").start()) {
            byte[] click = click();
            CompletableFuture<Answer> first = server.postAsync(click);
            await().until(() -> CALLS.get() == 1);
            CompletableFuture<Answer> repeat = server.postAsync(click);
            server.click("unknown");
            assertThat(first).isNotDone();
            assertThat(repeat).isNotDone();

            decided.countDown();

            assertThat(first.get().output().path("text").asText()).isEqualTo("Approved");
            assertThat(repeat.get().output().path("text").asText()).isEqualTo("Approved");
            assertThat(CALLS).hasValue(1);
        }
    }

    @Test
    void anApplicationMayBringARepositoryThatOthersShare() {
        MemoryIdempotentRepository shared = new MemoryIdempotentRepository();
        byte[] click = click();
        try (ClickServer first = ClickServer.with(counting())
                        .bean("clicks", shared)
                        .cliq("replay-repository", "#bean:clicks")
                        .start();
                ClickServer second = ClickServer.with(counting())
                        .bean("clicks", shared)
                        .cliq("replay-repository", "#bean:clicks")
                        .start()) {
            assertThat(first.post(click).output().path("text").asText()).isEqualTo("Approved 1");

            Answer elsewhere = second.post(click);

            assertThat(elsewhere.status()).isEqualTo(200);
            assertThat(elsewhere.output()).isEmpty();
            assertThat(CALLS).hasValue(1);
            assertThat(shared.contains(ClickId.of(click).value())).isTrue();
        }
    }

    @Test
    void aRepositoryThatFailsRefusesTheClickAndItMayComeAgain() {
        MemoryIdempotentRepository moody = new MemoryIdempotentRepository() {
            private boolean failed;

            @Override
            public boolean add(String key) {
                if (!failed) {
                    failed = true;
                    throw new IllegalStateException("no connection");
                }
                return super.add(key);
            }
        };
        try (ClickServer server = ClickServer.with(counting())
                        .bean("clicks", moody)
                        .cliq("replay-repository", "#bean:clicks")
                        .start();
                CapturedLog log = new CapturedLog("io.github.camelcliq", Level.ERROR)) {
            byte[] click = click();

            assertThat(server.post(click).status()).isEqualTo(503);
            assertThat(server.post(click).output().path("text").asText()).isEqualTo("Approved 1");
            assertThat(log.lines()).singleElement().asString().contains("no connection");
        }
    }

    @Test
    void aRepositoryThatCannotRememberTheClickLeavesNobodyWaiting() {
        MemoryIdempotentRepository broken = new MemoryIdempotentRepository() {
            private int failures;

            @Override
            public boolean add(String key) {
                if (failures++ == 0) {
                    throw new NoClassDefFoundError("the/Driver");
                }
                return super.add(key);
            }

            @Override
            public boolean confirm(String key) {
                if (failures++ == 2) {
                    throw new IllegalStateException("no connection");
                }
                return super.confirm(key);
            }
        };
        try (ClickServer server = ClickServer.with(counting())
                .bean("clicks", broken)
                .cliq("replay-repository", "#bean:clicks")
                .start()) {
            byte[] click = click();

            assertThat(server.post(click).status()).isEqualTo(503);
            assertThat(server.post(click).status()).isEqualTo(503);
            assertThat(CALLS).hasValue(0);
            assertThat(server.post(click).output().path("text").asText()).isEqualTo("Approved 1");
        }
    }

    @Test
    void aClickThatWasRefusedIsNotRememberedAsTaken() throws Exception {
        try (ClickServer server = ClickServer.with(counting()).start()) {
            byte[] click = click();
            String route = server.context().getRoutes().get(0).getRouteId();
            server.context().getRouteController().suspendRoute(route);
            assertThat(server.post(click).status()).isEqualTo(503);

            server.context().getRouteController().resumeRoute(route);

            assertThat(server.post(click).output().path("text").asText()).isEqualTo("Approved 1");
        }
    }
}
