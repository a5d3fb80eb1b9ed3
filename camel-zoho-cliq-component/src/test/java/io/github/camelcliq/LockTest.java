package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.SandboxClock;
import io.github.camelcliq.sandbox.limits.Budget;
import io.github.camelcliq.sandbox.limits.Limits;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/**
 * A route with Camel's own redelivery sits out a lock, whoever brought it about, and delivers every message once. Cliq
 * and the component count on time that the test moves; only Camel's redelivery waits for real.
 */
class LockTest extends DeliveryTestSupport {

    private static final int CHATS = 5;
    private static final int MESSAGES = 30;
    private static final int LIMIT = 20;
    private static final Duration WINDOW = Duration.ofMillis(200);
    private static final Duration LOCK = Duration.ofSeconds(1);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final String BEFORE = "before the lock";
    private static final Limits LIMITS = new Limits(LIMIT, LIMIT, WINDOW, LOCK);

    private final ManualTiming time = new ManualTiming();

    private Sandbox sandbox(ThrottleAnswer throttled) {
        return closing(Sandbox.builder()
                .limits(LIMITS)
                .clock(SandboxClock.following(time::now))
                .accessTokenOf(Sandbox.DEFAULT_USER, Sandbox.DEFAULT_ACCESS_TOKEN)
                .accessTokenOf(Sandbox.DEFAULT_USER, AnotherProgram.TOKEN)
                .throttleAnswer(throttled.withRetryAfter())
                .start());
    }

    /** Moves time until it is so. */
    private void passUntil(Callable<Boolean> isSo) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> {
            time.pass(STEP);
            return isSo.call();
        });
    }

    private void passUntilSettled(List<CompletableFuture<Exchange>> posts) {
        passUntil(() -> posts.stream().allMatch(CompletableFuture::isDone));
    }

    /** Redelivers what is safe to redeliver, and dead-letters nothing. */
    private final class Redelivering extends RouteBuilder {

        @Override
        public void configure() throws Exception {
            onException(CliqException.class)
                    .onWhen(simple("${exception.safeToRedeliver}"))
                    .maximumRedeliveries(-1)
                    .redeliveryDelay(100)
                    .asyncDelayedRedelivery();
            for (int chat = 0; chat < CHATS; chat++) {
                from("direct:chat" + chat).process(watch.around(producer(getContext(), "cliq:chat/CT_" + chat)));
            }
        }
    }

    private CamelContext redelivering(Sandbox sandbox, Duration maximumWait) throws Exception {
        return started(
                context -> {
                    CliqComponent component = context.getComponent("cliq", CliqComponent.class);
                    context.getRegistry().bind("timing", time);
                    component.getConfiguration().setMaximumWait(maximumWait.toMillis());
                    CliqAccount account = component.getDefaultAccount();
                    pointAt(sandbox, account);
                    account.setPostsPerWindow(LIMIT);
                    account.setRestrictedPostsPerWindow(LIMIT);
                    account.setPacingWindow(WINDOW);
                },
                new Redelivering());
    }

    private List<CompletableFuture<Exchange>> storm(CamelContext context, int messages) {
        ProducerTemplate template = context.createProducerTemplate();
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        for (int message = 0; message < messages; message++) {
            String text = "message " + message;
            posts.add(template.asyncSend(
                    "direct:chat" + message % CHATS,
                    exchange -> exchange.getMessage().setBody(text)));
        }
        return posts;
    }

    private static List<String> expected(int messages) {
        return IntStream.range(0, messages)
                .mapToObj(message -> "message " + message)
                .toList();
    }

    @Test
    void inForceAtTheStartIsSatOutByRedelivery() throws Exception {
        Sandbox sandbox = sandbox(ThrottleAnswer.FLAT);
        CamelContext context = redelivering(sandbox, Duration.ofMillis(500));

        assertDeliveredOnceAfterTheLock(context, sandbox);
    }

    @Test
    void inForceAtTheStartIsSatOutInTheQueueWhereThatIsAllowed() throws Exception {
        Sandbox sandbox = sandbox(ThrottleAnswer.DISGUISED);
        CamelContext context = redelivering(sandbox, Duration.ofMinutes(1));

        assertDeliveredOnceAfterTheLock(context, sandbox);
    }

    private void assertDeliveredOnceAfterTheLock(CamelContext context, Sandbox sandbox) throws Exception {
        assertThat(postAndWait(context, "cliq:chat/CT_0", BEFORE).getException())
                .isNull();
        sandbox.faults().next(CHATS, Fault.hang());
        List<CompletableFuture<Exchange>> storm = storm(context, MESSAGES);
        await().until(() -> sandbox.faults().hanging() == CHATS);
        sandbox.lock(Sandbox.DEFAULT_USER, LOCK);
        sandbox.faults().next(Fault.hang().afterJudging());
        sandbox.faults().release();
        await().until(() -> sandbox.budget().throttled() == CHATS && permitsOut(context) == 0);
        passUntil(() -> sandbox.faults().hanging() == 1);
        Instant probe = time.now();
        time.pass(STEP);
        assertThat(permitsOut(context)).as("while the probe is on its way").isOne();
        sandbox.faults().release();
        passUntilSettled(storm);

        assertThat(allSettled(storm))
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        List<String> texts = new ArrayList<>(texts(sandbox.messages()));
        assertThat(texts.remove(0)).isEqualTo(BEFORE);
        assertThat(texts).containsExactlyInAnyOrderElementsOf(expected(MESSAGES));
        assertNothingButTheProbeFollowsTheFirstThrottleAnswer(sandbox, probe);
        assertNothingIsLeft(context, sandbox);
    }

    private static int permitsOut(CamelContext context) {
        return CliqClients.of(context).stream()
                .mapToInt(client -> client.figures().posts().inFlight())
                .sum();
    }

    /**
     * The posts that met the lock, one of each chat, were all open before it: what arrived after them was written after
     * the first throttle answer. The probe's answer was held back for a step of time.
     */
    private static void assertNothingButTheProbeFollowsTheFirstThrottleAnswer(Sandbox sandbox, Instant probe) {
        Budget budget = sandbox.budget();
        List<Instant> refused = budget.refusedUnderLock();
        assertThat(refused).hasSize(CHATS);
        assertThat(budget.throttled()).isEqualTo(CHATS);
        List<Instant> accepted = sandbox.requests().stream()
                .filter(request -> request.status() == 204)
                .map(JournalEntry::time)
                .filter(refused.get(CHATS - 1)::isBefore)
                .sorted()
                .toList();
        assertThat(accepted.get(0)).isBeforeOrEqualTo(probe);
        assertThat(accepted.get(1)).isAfterOrEqualTo(probe.plus(STEP));
        assertThat(budget.locks()).isEqualTo(1);
    }

    @Test
    void thatAnotherProgramOfTheSameUserBringsAboutLosesNothing() throws Exception {
        Sandbox sandbox = sandbox(ThrottleAnswer.FLAT);
        CamelContext context = redelivering(sandbox, Duration.ofMinutes(1));
        AnotherProgram other = new AnotherProgram(sandbox);
        for (int post = 0; post < LIMIT / 2; post++) {
            other.post();
        }
        List<CompletableFuture<Exchange>> storm = storm(context, MESSAGES);
        await().until(() -> sandbox.budget().isLocked());
        passUntil(() -> {
            other.postEvenly(WINDOW.dividedBy(LIMIT / 2));
            return storm.stream().allMatch(CompletableFuture::isDone);
        });

        assertThat(allSettled(storm))
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        List<String> texts = new ArrayList<>(texts(sandbox.messages()));
        texts.removeIf(AnotherProgram.TEXT::equals);
        assertThat(texts).containsExactlyInAnyOrderElementsOf(expected(MESSAGES));
        assertNothingIsLeft(context, sandbox);
        LOG.info(
                "{} messages beside another program that posts {} in {}: {} locks of {}, {} throttle answers, from first to last acceptance {}",
                MESSAGES,
                LIMIT / 2,
                WINDOW,
                sandbox.budget().locks(),
                LOCK,
                sandbox.budget().throttled(),
                acceptance(sandbox));
    }

    /** Posts as the same user, evenly, and stays silent while a lock is in force. */
    private final class AnotherProgram {

        static final String TEXT = "from elsewhere";
        static final String TOKEN = "another-program";

        private final Sandbox sandbox;
        private final HttpClient http = HttpClient.newHttpClient();
        private Instant next = time.now();

        AnotherProgram(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        /** Posts if it is time to. */
        void postEvenly(Duration every) throws Exception {
            if (time.now().isBefore(next)) {
                return;
            }
            next = time.now().plus(every);
            if (!sandbox.budget().isLocked()) {
                post();
            }
        }

        void post() throws Exception {
            http.send(
                    HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/api/v2/chats/CT_other/messages"))
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"" + TEXT + "\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    @Test
    void isToldToTheRouteWithTheTimeThatIsLeft() throws Exception {
        Sandbox sandbox = sandbox(ThrottleAnswer.FLAT);
        CamelContext context = redelivering(sandbox, Duration.ofMillis(100));
        sandbox.lock(Sandbox.DEFAULT_USER, Duration.ofMinutes(5));

        Exchange first = postAndWait(context, "cliq:chat/" + CHAT, "Hello");
        Exchange second = postAndWait(context, "cliq:chat/" + CHAT, "Hello");

        for (Exchange exchange : List.of(first, second)) {
            assertThat(failure(exchange).isSafeToRedeliver()).isTrue();
            assertThat(failure(exchange).getRetryAfter()).isEqualTo(Duration.ofMinutes(5));
            assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY, Long.class))
                    .isEqualTo(failure(exchange).getRetryAfter().toMillis());
        }
        assertThat(sandbox.requests()).hasSize(1);
    }
}
