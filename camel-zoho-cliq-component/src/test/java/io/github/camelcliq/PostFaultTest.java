package io.github.camelcliq;

import static io.github.camelcliq.client.Delivery.NOT_DELIVERED;
import static io.github.camelcliq.client.Delivery.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong with a post, its route hears of it once, and rightly, and nothing stays behind. */
@ExtendWith(NothingLeaks.class)
class PostFaultTest extends FaultTestSupport {

    private static final String JSON = "application/json";

    static Stream<Trouble> answers() {
        return Stream.of(
                        statuses(
                                CliqRejectedException.class,
                                NOT_DELIVERED,
                                300,
                                302,
                                307,
                                400,
                                402,
                                403,
                                404,
                                405,
                                406,
                                409,
                                413),
                        statuses(CliqUnavailableException.class, UNKNOWN, 408, 500, 502, 503, 504, 599),
                        statuses(CliqAuthException.class, NOT_DELIVERED, 401),
                        statuses(CliqThrottledException.class, NOT_DELIVERED, 429),
                        statuses(null, null, 204),
                        Stream.of(200, 201).flatMap(PostFaultTest::accepted),
                        Stream.of(
                                refusal(401, "{\"code\": \"oauthtoken_scope_invalid\"}", CliqAuthException.class),
                                refusal(
                                        403,
                                        "{\"error\": {\"code\": \"oauthtoken_scope_invalid\"}}",
                                        CliqAuthException.class),
                                refusal(
                                        400,
                                        "{\"code\": \"extra_key_found\", \"message\": \"hint\"}",
                                        CliqRejectedException.class),
                                throttled(ThrottleAnswer.FLAT),
                                throttled(ThrottleAnswer.NESTED),
                                throttled(ThrottleAnswer.DISGUISED)))
                .flatMap(troubles -> troubles);
    }

    /** Each status with a body of every kind: none, an error page, Cliq's own, nested, and one that is no JSON. */
    private static Stream<Trouble> statuses(
            Class<? extends CliqException> exception, Delivery delivery, int... statuses) {
        return IntStream.of(statuses)
                .boxed()
                .flatMap(status -> Stream.of(
                        Trouble.of(status + " with an error page", Fault.htmlPage(status), exception, delivery),
                        Trouble.of(status + " alone", Fault.answer(status, null, ""), exception, delivery),
                        answer(status, "{\"message\": \"no\", \"code\": \"some_code\"}", exception, delivery),
                        answer(
                                status,
                                "{\"error\": {\"code\": \"some_code\", \"message\": \"no\"}}",
                                exception,
                                delivery),
                        answer(status, "[[[{\"message\"", exception, delivery)));
    }

    /** What has a body may say that the post failed all the same. */
    private static Stream<Trouble> accepted(int status) {
        return Stream.of(
                Trouble.survived(status + " alone", Fault.answer(status, null, "")),
                answer(status, "{\"message_id\": \"1\"}", null, null),
                answer(status, "[[[{\"message\"", null, null),
                Trouble.of(status + " with a page", Fault.htmlPage(status), CliqUnavailableException.class, UNKNOWN),
                answer(
                        status,
                        "{\"message\": \"no\", \"code\": \"some_code\"}",
                        CliqUnavailableException.class,
                        UNKNOWN),
                answer(
                        status,
                        "{\"error\": {\"code\": \"request_limit_exceeded\", \"message\": \"no\"}}",
                        CliqThrottledException.class,
                        NOT_DELIVERED));
    }

    private static Trouble answer(
            int status, String body, Class<? extends CliqException> exception, Delivery delivery) {
        return Trouble.of(status + " " + body, Fault.answer(status, JSON, body), exception, delivery);
    }

    private static Trouble refusal(int status, String body, Class<? extends CliqException> exception) {
        return answer(status, body, exception, NOT_DELIVERED);
    }

    private static Trouble throttled(ThrottleAnswer form) {
        return Trouble.of(
                "throttled " + form,
                Fault.throttled(form, Duration.ofMinutes(10)),
                CliqThrottledException.class,
                NOT_DELIVERED);
    }

    static Stream<Trouble> connections() {
        ScriptedAnswer receipt = ScriptedAnswer.of(200, JSON, "{\"message_id\": \"1599387839188_229293271789\"}");
        return Stream.of(
                lost("500 after the message was kept", Fault.failureAfterKeeping()),
                Trouble.survived("a late answer", Fault.delay(Duration.ofMillis(50))),
                lost("an answer later than the read time-out", Fault.delay(Duration.ofMinutes(10)))
                        .with(account -> account.setReadTimeout(Duration.ofMillis(100))),
                lost("no answer within the read time-out", Fault.hang())
                        .with(account -> account.setReadTimeout(Duration.ofMillis(100))),
                lost("cut before it was read", Fault.cutBeforeReading()),
                lost("cut while it was read", Fault.cutWhileReading(5)),
                lost("cut after it was read", Fault.cutBeforeAnswering()),
                lost("cut after it was kept", Fault.cutBeforeAnswering().afterJudging()),
                lost("cut late", Fault.cutBeforeAnswering().delayed(Duration.ofMillis(100))),
                lost("cut after the head of the answer", Fault.answer(receipt.cutAfter(0))),
                lost("cut within the answer", Fault.answer(receipt.cutAfter(10))),
                lost(
                        "cut within the answer to a kept message",
                        Fault.answer(receipt.cutAfter(10)).afterJudging()));
    }

    private static Trouble lost(String name, Fault fault) {
        return Trouble.of(name, fault, CliqUnavailableException.class, UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource({"answers", "connections"})
    void onAFreshConnectionIsToldOnceAndRightly(Trouble trouble) throws Exception {
        CamelContext context = context(trouble.options());
        sandbox.faults().next(trouble.fault());

        Exchange exchange = postAndWait(context, URI, "Hello");

        assertMeets(trouble, exchange);
        assertNothingIsLeft(context, sandbox);
    }

    @ParameterizedTest
    @MethodSource("connections")
    void onAConnectionThatServedBeforeIsToldOnceAndRightly(Trouble trouble) throws Exception {
        CamelContext context = context(account -> {});
        assertThat(postAndWait(context, URI, "before").getException()).isNull();
        trouble.options()
                .accept(context.getComponent("cliq", CliqComponent.class).getDefaultAccount());
        sandbox.faults().next(trouble.fault());

        Exchange exchange = postAndWait(context, URI, "Hello");
        patient(context);
        Exchange after = postAndWait(context, URI, "after");

        assertMeets(trouble, exchange);
        assertThat(after.getException()).isNull();
        assertThat(texts(sandbox.messages())).startsWith("before").endsWith("after");
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void whileNobodyListensDeliversNothing() throws Exception {
        CamelContext context = context(account -> {});
        assertThat(postAndWait(context, URI, "before").getException()).isNull();
        sandbox.goOffline();

        assertThat(failure(postAndWait(context, URI, "first"))).isExactlyInstanceOf(CliqUnavailableException.class);
        CliqException refused = failure(postAndWait(context, URI, "second"));
        sandbox.goOnline();
        Exchange after = postAndWait(context, URI, "after");

        assertThat(refused).isExactlyInstanceOf(CliqUnavailableException.class);
        assertThat(refused.getDelivery()).isEqualTo(NOT_DELIVERED);
        assertThat(after.getException()).isNull();
        assertThat(texts(sandbox.messages())).containsExactly("before", "after");
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void isLostWithoutAWholeAnswerInAllTheTimeThereIs() throws Exception {
        Vertx vertx = Vertx.vertx();
        closing(() -> vertx.close());
        NetServer dripping = vertx.createNetServer()
                .connectHandler(socket -> socket.handler(request -> {
                    socket.handler(rest -> {});
                    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                    vertx.setPeriodic(20, drip -> socket.write(" "));
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        CamelContext dripped = context(account -> account.setBaseUrl("http://127.0.0.1:" + dripping.actualPort()));
        CamelContext fresh = context(account -> {});
        CamelContext served = context(account -> {});
        assertThat(postAndWait(served, URI, "before").getException()).isNull();
        sandbox.faults().when(post -> true, Fault.hang());

        for (CamelContext context : List.of(dripped, fresh, served)) {
            context.getComponent("cliq", CliqComponent.class)
                    .getDefaultAccount()
                    .setTotalTimeout(Duration.ofMillis(300));
            // on a busy machine the time may be over before the post is written
            Exchange exchange = await().until(
                            () -> postAndWait(context, URI, "Hello"),
                            post -> !failure(post).isSafeToRedeliver());
            assertMeets(lost("no whole answer", Fault.hang()), exchange);
        }
        sandbox.faults().clear();
        patient(served);
        assertThat(postAndWait(served, URI, "after").getException()).isNull();
        for (CamelContext context : List.of(dripped, fresh, served)) {
            assertNothingIsLeft(context, sandbox);
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 0", "999999999999999999999, 1800", "-5, 600", "soon, 600", "1e3, 600"})
    void aThrottleIsWaitedForAsLongAsItSays(String retryAfter, long seconds) throws Exception {
        assertRetryAfter(retryAfter, Duration.ofSeconds(seconds), Duration.ofSeconds(seconds));
    }

    @Test
    void aThrottleMaySayUntilWhen() throws Exception {
        ZonedDateTime soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(soon);

        assertRetryAfter(date, Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    @Test
    void aThrottleUntilYesterdayIsOver() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).minusDays(1));

        assertRetryAfter(date, Duration.ZERO, Duration.ZERO);
    }

    private void assertRetryAfter(String header, Duration least, Duration most) throws Exception {
        CamelContext context = context(account -> {});
        sandbox.answerNext(
                ScriptedAnswer.of(429, JSON, "{\"message\": \"too many\"}").header("Retry-After", header));

        Exchange exchange = postAndWait(context, URI, "Hello");

        assertThat(failure(exchange)).isExactlyInstanceOf(CliqThrottledException.class);
        assertThat(failure(exchange).getRetryAfter()).isBetween(least, most);
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY, Long.class))
                .isEqualTo(failure(exchange).getRetryAfter().toMillis());
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void anUnavailableCliqMayNameAWaitAsWell() throws Exception {
        CamelContext context = context(account -> {});
        sandbox.answerNext(ScriptedAnswer.of(503, null, "").header("Retry-After", "3"));

        Exchange exchange = postAndWait(context, URI, "Hello");

        assertThat(failure(exchange).getRetryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(3000L);
    }

    @Test
    void aRedirectIsNotFollowedWithTheToken() throws Exception {
        try (Sandbox elsewhere = Sandbox.builder().start()) {
            CamelContext context = context(account -> {});
            sandbox.answerNext(ScriptedAnswer.of(307, null, "")
                    .header("Location", elsewhere.baseUrl() + "/api/v2/chats/x/messages"));

            Exchange exchange = postAndWait(context, URI, "Hello");

            assertThat(failure(exchange)).isExactlyInstanceOf(CliqRejectedException.class);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }
}
