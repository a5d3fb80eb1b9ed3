package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.ClickServer.Answer;
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

    private static RouteBuilder failingOnce(CountDownLatch decided) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/approve").routeId("approve").process(exchange -> {
                    int call = CALLS.incrementAndGet();
                    decided.await();
                    if (call == 1) {
                        throw new IllegalStateException("the bank is closed");
                    }
                    exchange.getMessage().setBody("Approved " + call);
                });
            }
        };
    }

    private static String status(Answer answer) {
        return answer.output().path("status").asText();
    }

    @Test
    void aRepeatOfAFailedClickRunsTheRouteAgain() {
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        try (ClickServer server = ClickServer.with(failingOnce(new CountDownLatch(0)))
                .bean("clicks", repository)
                .cliq("replay-repository", "#bean:clicks")
                .start()) {
            byte[] click = click();

            assertThat(status(server.post(click))).isEqualTo("failure");
            assertThat(repository.contains(ClickId.of(click).value())).isFalse();
            assertThat(server.post(click).output().path("text").asText()).isEqualTo("Approved 2");
            assertThat(server.post(click).output().path("text").asText()).isEqualTo("Approved 2");
        }
    }

    @Test
    void repeatsThatWaitForAClickThatFailsHearOfItAndALaterOneRunsTheRouteAgain() throws Exception {
        CountDownLatch decided = new CountDownLatch(1);
        try (ClickServer server = ClickServer.with(failingOnce(decided))
                .cliq("reply-timeout", "30s")
                .start()) {
            byte[] click = click();
            CompletableFuture<Answer> first = server.postAsync(click);
            await().until(() -> CALLS.get() == 1);
            CompletableFuture<Answer> repeat = server.postAsync(click);
            await().until(() -> server.waiting() == 2);

            decided.countDown();

            assertThat(status(first.get())).isEqualTo("failure");
            assertThat(status(repeat.get())).isEqualTo("failure");
            assertThat(CALLS).hasValue(1);
            assertThat(server.post(click).output().path("text").asText()).isEqualTo("Approved 2");
        }
    }

    @Test
    void aClickWhoseRouteFailsAfterItsAcknowledgementMayComeAgain() {
        CountDownLatch decided = new CountDownLatch(1);
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        try (ClickServer server = ClickServer.with(failingOnce(decided))
                .bean("clicks", repository)
                .cliq("replay-repository", "#bean:clicks")
                .cliq("reply-timeout", "100ms")
                .cliq("late-reply", "DROP")
                .start()) {
            byte[] click = click();
            assertThat(status(server.post(click))).isEqualTo("success");
            assertThat(status(server.post(click))).isEqualTo("success");
            assertThat(CALLS).hasValue(1);

            decided.countDown();

            await().until(() -> !repository.contains(ClickId.of(click).value()));
            await().until(() -> server.post(click).output().path("text").asText(), text -> text.equals("Approved 2"));
        }
    }

    @Test
    void aClickThatFailsInOneApplicationMayComeAgainInAnother() throws Exception {
        CountDownLatch decided = new CountDownLatch(1);
        MemoryIdempotentRepository shared = new MemoryIdempotentRepository();
        byte[] click = click();
        try (ClickServer first = ClickServer.with(failingOnce(decided))
                        .bean("clicks", shared)
                        .cliq("replay-repository", "#bean:clicks")
                        .cliq("reply-timeout", "30s")
                        .start();
                ClickServer second = ClickServer.with(counting())
                        .bean("clicks", shared)
                        .cliq("replay-repository", "#bean:clicks")
                        .start()) {
            CompletableFuture<Answer> failing = first.postAsync(click);
            await().until(() -> CALLS.get() == 1);
            assertThat(second.post(click).output()).isEmpty();

            decided.countDown();

            assertThat(status(failing.get())).isEqualTo("failure");
            assertThat(second.post(click).output().path("text").asText()).isEqualTo("Approved 2");
        }
    }

    @Test
    void aFailedClickIsAnsweredEvenIfTheRepositoryCannotForgetIt() {
        MemoryIdempotentRepository broken = new MemoryIdempotentRepository() {
            @Override
            public boolean remove(String key) {
                throw new IllegalStateException("no connection");
            }
        };
        try (ClickServer server = ClickServer.with(failingOnce(new CountDownLatch(0)))
                        .bean("clicks", broken)
                        .cliq("replay-repository", "#bean:clicks")
                        .start();
                CapturedLog log = new CapturedLog("io.github.camelcliq", Level.WARN)) {
            byte[] click = click();

            assertThat(status(server.post(click))).isEqualTo("failure");
            assertThat(server.post(click).output()).isEmpty();
            assertThat(log.lines()).anyMatch(line -> line.contains("is still in the replay repository"));
        }
    }

    @Test
    void anAnswerThatCannotBeShownIsNoFailureOfTheRoute() {
        RouteBuilder talkative = new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/approve")
                        .process(exchange -> exchange.getMessage().setBody("x".repeat(9_999 + CALLS.addAndGet(2))));
            }
        };
        try (ClickServer server = ClickServer.with(talkative).start()) {
            byte[] click = click();

            assertThat(status(server.post(click))).isEqualTo("failure");
            assertThat(status(server.post(click))).isEqualTo("failure");
            assertThat(CALLS).hasValue(2);
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
