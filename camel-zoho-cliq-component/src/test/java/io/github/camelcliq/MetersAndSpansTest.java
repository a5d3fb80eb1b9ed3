package io.github.camelcliq;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.ClickServer.Answer;
import io.github.camelcliq.internal.client.PostResult.Receipt;
import io.github.camelcliq.internal.figures.AccountMonitor;
import io.github.camelcliq.internal.figures.ClickMonitor;
import io.github.camelcliq.internal.figures.Monitors;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.store.MemoryStore;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import io.github.camelcliq.sandbox.oauth.OAuthClient;
import io.github.camelcliq.webhook.Clicks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The meters and spans of an application that has Micrometer and camel-telemetry, with an account for each test. */
class MetersAndSpansTest {

    /** Cliq's answer tells too much. */
    private static final String REFUSED =
            "{\"code\": \"oauthtoken_invalid\", \"message\": \"No use for token-of-refused\"}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ManualTiming TIME = new ManualTiming();
    private static final CountDownLatch DECIDED = new CountDownLatch(1);
    private static final MeterRegistry METERS = new SimpleMeterRegistry();

    private static Sandbox sandbox;
    private static ClickServer application;
    private static ProducerTemplate template;
    private static CapturedLog traces;

    @BeforeAll
    static void start() {
        traces = new CapturedLog("LOG_TRACE", Level.INFO);
        sandbox = Sandbox.builder()
                .accessToken("token-of-normal", "token-of-flood", "token-of-locked", "token-of-refused")
                .client(OAuthClient.of("client-of-ann", "secret-of-ann").refreshToken("refresh-of-ann", "ann"))
                .start();
        ClickServer.Builder builder = ClickServer.with(new Routes())
                .bean("timing", TIME)
                .bean("metricsRegistry", METERS)
                .property("camel.telemetry-dev.enabled", "true")
                .property("camel.telemetry-dev.trace-format", "json")
                .cliq("maximum-wait", "1h");
        for (String name : List.of("normal", "flood", "locked", "refused")) {
            account(builder, name, sandbox.baseUrl()).cliq("accounts[" + name + "].access-token", "token-of-" + name);
        }
        account(builder, "unreachable", "http://127.0.0.1:1").cliq("accounts[unreachable].access-token", "token");
        account(builder, "tokenless", sandbox.baseUrl())
                .cliq("accounts[tokenless].client-id", "client-of-ann")
                .cliq("accounts[tokenless].client-secret", "secret-of-ann")
                .cliq("accounts[tokenless].refresh-token", "refresh-of-ann");
        application = builder.start();
        template = application.context().createProducerTemplate();
    }

    private static ClickServer.Builder account(ClickServer.Builder builder, String name, String url) {
        return builder.cliq("accounts[" + name + "].base-url", url)
                .cliq("accounts[" + name + "].accounts-url", sandbox.baseUrl());
    }

    private static final class Routes extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:posts")
                    .routeId("posts")
                    .toD("cliq:chat/CT_1?ordered=false&account=${body}")
                    .to("log:after");
            from("cliq:function/post")
                    .setBody(constant("Clicked"))
                    .to("cliq:user/ann@zylker.com?account=normal")
                    .setBody(constant("Posted"));
            from("cliq:function/slow?replyTimeout=1&lateReply=DROP").process(exchange -> DECIDED.await());
        }
    }

    /** Stops the application. No secret was told, its meters go, and those of others stay. */
    @AfterAll
    static void theMetersGoWithTheContext() {
        List<String> told = new ArrayList<>(traces.lines());
        METERS.getMeters().forEach(meter -> told.add(meter.getId().toString()));
        assertThat(told)
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("token-of-")
                        .doesNotContain("client-of-", "secret-of-", "refresh-of-"));
        METERS.counter("another");
        DECIDED.countDown();
        template.stop();
        application.close();
        sandbox.close();
        traces.close();

        assertThat(METERS.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactly("another");
    }

    @AfterEach
    void forget() {
        sandbox.reset();
    }

    private static CompletableFuture<Exchange> post(String account) {
        return template.asyncSend(
                "direct:posts", exchange -> exchange.getMessage().setBody(account));
    }

    private static Exchange settled(CompletableFuture<Exchange> post) throws Exception {
        return post.get(PatientWaits.LONGEST.toSeconds(), SECONDS);
    }

    /** Returns a count; zero before the first post of the account has made its meters. */
    private static double posts(String account, String outcome) {
        Counter posts = METERS.find("cliq.posts")
                .tags("account", account, "kind", "chat", "outcome", outcome)
                .counter();
        return posts == null ? 0 : posts.count();
    }

    private static double seconds(String timer, String account, String outcome) {
        return METERS.get(timer)
                .tags("account", account, "kind", "chat", "outcome", outcome)
                .timer()
                .totalTime(SECONDS);
    }

    private static double refreshes(String account, String outcome) {
        return METERS.get("cliq.token.refreshes")
                .tags("account", account, "outcome", outcome)
                .counter()
                .count();
    }

    private static double gauge(String name, String account) {
        return METERS.get(name).tag("account", account).gauge().value();
    }

    private static double permitsLeft(String account, String limit) {
        return METERS.get("cliq.permits.left")
                .tags("account", account, "limit", limit)
                .gauge()
                .value();
    }

    private static double clicks(String outcome) {
        return METERS.get("cliq.clicks")
                .tags("path", ClickServer.PATH, "outcome", outcome)
                .counter()
                .count();
    }

    /** Waits for the trace of an exchange, which is written when its route is done. */
    private static List<JsonNode> spans(String exchangeId) {
        await().until(() -> traces.lines().stream().anyMatch(trace -> trace.contains(exchangeId)));
        return traces.lines().stream()
                .filter(trace -> trace.contains(exchangeId))
                .findFirst()
                .map(MetersAndSpansTest::spansOf)
                .orElseThrow();
    }

    private static List<JsonNode> spansOf(String trace) {
        try {
            List<JsonNode> spans = new ArrayList<>();
            JSON.readTree(trace).path("spans").forEach(spans::add);
            return spans;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode span(List<JsonNode> spans, String tag, String value) {
        return spans.stream()
                .filter(span -> span.path(tag).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no span with " + tag + "=" + value + " among " + spans));
    }

    private static JsonNode spanOfPost(Exchange exchange) {
        return span(spans(exchange.getExchangeId()), "messaging.operation.type", "send");
    }

    /** Asserts that the span of a failed post has the error, and this status. */
    private static void assertFailed(Exchange exchange, String status) {
        JsonNode span = spanOfPost(exchange);
        assertThat(span.path("error").asText()).isEqualTo("true");
        assertThat(span.path("http.status_code").asText()).isEqualTo(status);
    }

    @Test
    void aPost() throws Exception {
        Exchange exchange = settled(post("normal"));

        assertThat(posts("normal", "success")).isEqualTo(1);
        assertThat(permitsLeft("normal", "posts")).isEqualTo(49);
        assertThat(permitsLeft("normal", "restricted")).isEqualTo(20);
        JsonNode span = spanOfPost(exchange);
        assertThat(span.path("messaging.system").asText()).isEqualTo("zoho_cliq");
        assertThat(span.path("cliq.target.kind").asText()).isEqualTo("chat");
        assertThat(span.path("cliq.account").asText()).isEqualTo("normal");
        assertThat(span.path("http.status_code").asText()).isEqualTo("204");
        assertThat(span.path("server.address").asText()).isEqualTo(sandbox.baseUrl());
        assertThat(span.has("error")).isFalse();
    }

    @Test
    void seventyPostsAtOnce() throws Exception {
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (int post = 0; post < 70; post++) {
            all.add(post("flood"));
        }
        await().until(() -> posts("flood", "success") == 50);

        assertThat(gauge("cliq.waiting", "flood")).isEqualTo(20);
        assertThat(gauge("cliq.maximum.queued", "flood")).isEqualTo(1000);
        assertThat(permitsLeft("flood", "posts")).isZero();
        assertThat(gauge("cliq.lock.seconds", "flood")).isZero();

        TIME.pass(Duration.ofSeconds(61));
        for (CompletableFuture<Exchange> post : all) {
            settled(post);
        }

        assertThat(gauge("cliq.waiting", "flood")).isZero();
        assertThat(gauge("cliq.oldest.wait.seconds", "flood")).isZero();
        assertThat(seconds("cliq.wait.duration", "flood", "success")).isCloseTo(20 * 60, within(0.1));
        theSpansOfAWaitAreOneTrace(settled(all.get(69)));
    }

    /** The span of the post has the wait in it, and the step after it has the same parent. */
    private static void theSpansOfAWaitAreOneTrace(Exchange exchange) {
        List<JsonNode> spans = spans(exchange.getExchangeId());
        JsonNode route = span(spans, "op", "EVENT_RECEIVED");

        assertThat(span(spans, "component", "camel-log").path("parentSpan")).isEqualTo(route.path("spanid"));
        assertThat(span(spans, "component", "camel-cliq").path("parentSpan")).isEqualTo(route.path("spanid"));
        assertThat(spans).extracting(span -> span.path("isDone").asText()).containsOnly("true");
    }

    @Test
    void aLockAndItsEnd() throws Exception {
        sandbox.faults().next(Fault.throttled(ThrottleAnswer.FLAT, Duration.ofMinutes(10)));
        Exchange throttled = settled(post("locked"));
        CompletableFuture<Exchange> waiting = post("locked");
        await().until(() -> gauge("cliq.waiting", "locked") == 1);
        TIME.pass(Duration.ofMinutes(4));

        assertThat(gauge("cliq.lock.seconds", "locked")).isEqualTo(6 * 60);
        // no post ends meanwhile, so the timer of the waits shows nothing
        assertThat(gauge("cliq.oldest.wait.seconds", "locked")).isEqualTo(4 * 60);
        assertThat(posts("locked", "throttled")).isEqualTo(1);
        assertFailed(throttled, String.valueOf(failure(throttled).getHttpResponseCode()));

        TIME.pass(Duration.ofMinutes(6));
        settled(waiting);

        assertThat(gauge("cliq.lock.seconds", "locked")).isZero();
        assertThat(posts("locked", "success")).isEqualTo(1);
        assertThat(seconds("cliq.wait.duration", "locked", "success")).isCloseTo(10 * 60, within(0.1));
        assertThat(spanOfPost(settled(waiting)).path("http.status_code").asText())
                .isEqualTo("204");
    }

    private static CliqException failure(Exchange exchange) {
        return (CliqException) exchange.getException();
    }

    @Test
    void aWrongToken() throws Exception {
        sandbox.faults().next(Fault.answer(401, "application/json", REFUSED));
        Exchange refused = settled(post("refused"));

        assertThat(posts("refused", "auth")).isEqualTo(1);
        assertFailed(refused, "401");
        assertThat(spanOfPost(refused).toString()).contains("No use for");
    }

    @Test
    void aTokenEndpointThatIsDown() throws Exception {
        sandbox.tokenFaults().next(Fault.answer(503, "text/plain", "down"));
        Exchange failed = settled(post("tokenless"));

        assertThat(refreshes("tokenless", "unavailable")).isEqualTo(1);
        assertThat(posts("tokenless", "unavailable")).isEqualTo(1);
        assertThat(spanOfPost(failed).path("error").asText()).isEqualTo("true");

        TIME.pass(Duration.ofSeconds(5));
        settled(post("tokenless"));

        assertThat(refreshes("tokenless", "success")).isEqualTo(1);
    }

    @Test
    void aHostThatIsNotReachable() throws Exception {
        Exchange failed = settled(post("unreachable"));

        assertThat(posts("unreachable", "unavailable")).isEqualTo(1);
        JsonNode span = spanOfPost(failed);
        assertThat(span.path("error").asText()).isEqualTo("true");
        assertThat(span.has("http.status_code")).isFalse();
    }

    @Test
    void clicks() throws Exception {
        application.post(Clicks.bytes(Clicks.sample("post", TIME.now())));
        CompletableFuture<Answer> slow = application.postAsync(Clicks.bytes(Clicks.sample("slow", TIME.now())));
        ClickMonitor path = application.context().hasService(Monitors.class).path(ClickServer.PATH);
        await().until(() -> path.figures().underWay() == 1);
        // the click is counted before its time-out begins
        await().until(() -> {
            TIME.pass(Duration.ofMillis(1));
            return slow.isDone();
        });
        application.post(Clicks.bytes(Clicks.sample("post", TIME.now())), "no signature");

        assertThat(clicks("answered")).isEqualTo(1);
        assertThat(clicks("acknowledged")).isEqualTo(1);
        assertThat(clicks("unverified")).isEqualTo(1);
        List<JsonNode> spans = spansOf(traces.lines().stream()
                .filter(trace -> trace.contains("function/post"))
                .findFirst()
                .orElseThrow());
        JsonNode click = span(spans, "messaging.operation.type", "process");
        assertThat(click.path("cliq.target.kind").asText()).isEqualTo("function");
        assertThat(click.has("http.status_code")).as("the status of a post").isFalse();
        JsonNode post = span(spans, "messaging.operation.type", "send");
        assertThat(post.path("cliq.target.kind").asText()).isEqualTo("user");
        assertThat(post.path("http.status_code").asText()).isEqualTo("204");
        assertThat(post.path("parentSpan")).isEqualTo(click.path("spanid"));

        DECIDED.countDown();
        await().until(() -> clicksOf("slow").size() == 1);
        assertThat(span(spansOf(clicksOf("slow").get(0)), "messaging.operation.type", "process")
                        .has("error"))
                .as("an acknowledged click that ended well")
                .isFalse();
        assertThat(clicksOf("post")).as("a refused click has no span").hasSize(1);
    }

    private static List<String> clicksOf(String function) {
        return traces.lines().stream()
                .filter(trace -> trace.contains("function/" + function))
                .toList();
    }

    /** Otherwise its meters would stay. */
    @Test
    void aPostThatEndsAfterItsAccountHasClosed() {
        Monitors monitors = application.context().hasService(Monitors.class);
        AccountMonitor gone = new AccountMonitor("gone", "http://cliq", TIME, monitors);
        gone.watch(
                new PostPacer(new MemoryStore(TIME), PacingLimits.NONE, TIME, "gone")::figures,
                PacingLimits.NONE,
                1000,
                "");
        monitors.open(gone);
        assertThat(metersOf("gone")).isNotEmpty();
        AccountMonitor.Observed post = gone.observe(TargetKind.CHAT, "exchange", null);
        post.begun();

        monitors.close(gone);
        post.ended(new Receipt(204, null, Map.of(), null));

        assertThat(metersOf("gone")).isEmpty();
    }

    private static List<Meter> metersOf(String account) {
        return METERS.getMeters().stream()
                .filter(meter -> account.equals(meter.getId().getTag("account")))
                .toList();
    }
}
