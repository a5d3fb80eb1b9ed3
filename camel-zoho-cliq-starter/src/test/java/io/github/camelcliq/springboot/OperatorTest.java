package io.github.camelcliq.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import io.github.camelcliq.sandbox.oauth.OAuthClient;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What an operator of an application on Spring Boot sees: health and meters, with an account for each test. */
class OperatorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient OPERATOR = HttpClient.newHttpClient();
    private static final String PATH = "/cliq/functions";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final CountDownLatch DECIDED = new CountDownLatch(1);

    private static Sandbox sandbox;
    private static ConfigurableApplicationContext application;
    private static ProducerTemplate template;

    @Import(Application.class)
    static class Clicked {

        @Bean
        RouteBuilder functions() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("cliq:function/quick").setBody(constant("Done"));
                    from("cliq:function/slow?replyTimeout=1&lateReply=DROP").process(click -> DECIDED.await());
                }
            };
        }
    }

    @BeforeAll
    static void start() {
        Sandbox.Builder cliq = Sandbox.builder()
                .clickTimeout(Duration.ofSeconds(60))
                .client(OAuthClient.of("client", "secret").refreshToken("refresh", "tom"));
        List<String> options = new ArrayList<>();
        List<String> posting = List.of("normal", "flood", "locked", "unlocked", "clicked");
        posting.forEach(name -> cliq.accessTokenOf(name + "@zylker.com", "token-of-" + name));
        sandbox = cliq.start();
        for (String name : posting) {
            options.addAll(account(name, sandbox.baseUrl(), "access-token=token-of-" + name));
        }
        options.addAll(account("refused", sandbox.baseUrl(), "access-token=unknown"));
        options.addAll(account("unreachable", "http://127.0.0.1:1", "access-token=token"));
        options.addAll(account(
                "tokenless", sandbox.baseUrl(), "client-id=client", "client-secret=secret", "refresh-token=refresh"));
        // no further post gets its turn, on a machine however slow
        options.add("camel.component.cliq.accounts[flood].pacing-window=30m");
        application = SpringApplication.run(
                Clicked.class,
                Stream.concat(
                                options.stream(),
                                Stream.of(
                                        "server.port=0",
                                        "camel.component.cliq.public-key=" + sandbox.publicKey(),
                                        "camel.component.cliq.maximum-wait=1h",
                                        "camel.health.producers-enabled=true",
                                        "camel.health.exposure-level=full",
                                        "management.endpoint.health.show-details=always"))
                        .map("--"::concat)
                        .toArray(String[]::new));
        template = application.getBean(ProducerTemplate.class);
    }

    private static List<String> account(String name, String url, String... credentials) {
        String account = "camel.component.cliq.accounts[" + name + "].";
        return Stream.concat(Stream.of("base-url=" + url, "accounts-url=" + sandbox.baseUrl()), Stream.of(credentials))
                .map(account::concat)
                .toList();
    }

    @AfterAll
    static void stop() {
        DECIDED.countDown();
        application.close();
        sandbox.close();
    }

    @AfterEach
    void forget() {
        sandbox.reset();
    }

    private static CompletableFuture<Exchange> post(String account) {
        return template.asyncSend(
                "cliq:chat/x?ordered=false&account=" + account,
                exchange -> exchange.getMessage().setBody("Hello"));
    }

    private static void settled(CompletableFuture<?> post) throws Exception {
        post.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path;
    }

    private static JsonNode shown() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url("/actuator/health"))).build();
        return JSON.readTree(OPERATOR.send(request, BodyHandlers.ofString()).body())
                .at("/components/camelHealth/details");
    }

    private static String state(String name) throws Exception {
        return shown().path("cliq:" + name).asText();
    }

    private static String detail(String name, String figure) throws Exception {
        return shown().path("cliq:" + name + ".data").path(figure).asText(null);
    }

    private static double meter(String name, String... tags) {
        Meter meter =
                application.getBean(MeterRegistry.class).get(name).tags(tags).meter();
        return meter.measure().iterator().next().getValue();
    }

    private static double posts(String account, String outcome) {
        return meter("cliq.posts", "account", account, "kind", "chat", "outcome", outcome);
    }

    private static double clicks(String outcome) {
        return meter("cliq.clicks", "path", PATH, "outcome", outcome);
    }

    @Test
    void aPost() throws Exception {
        settled(post("normal"));

        assertThat(state("normal")).isEqualTo("UP");
        assertThat(detail("normal", "posts.success")).isEqualTo("1");
        assertThat(posts("normal", "success")).isEqualTo(1);
    }

    /** The application settles the posts that wait when it stops. */
    @Test
    void seventyPostsAtOnce() throws Exception {
        List<CompletableFuture<?>> posts = new ArrayList<>();
        for (int post = 0; post < 70; post++) {
            posts.add(post("flood"));
        }
        until(() -> posts.stream().filter(CompletableFuture::isDone).count() == 50
                && meter("cliq.waiting", "account", "flood") == 20);

        assertThat(state("flood")).isEqualTo("UP");
        assertThat(detail("flood", "waiting")).isEqualTo("20");
        assertThat(detail("flood", "maximumQueued")).isEqualTo("1000");
        assertThat(meter("cliq.maximum.queued", "account", "flood")).isEqualTo(1000);
        assertThat(detail("flood", "permits.left")).isEqualTo("0");
        assertThat(meter("cliq.permits.left", "account", "flood", "limit", "posts"))
                .isZero();
    }

    @Test
    void aLock() throws Exception {
        sandbox.faults().next(Fault.throttled(ThrottleAnswer.FLAT, Duration.ofMinutes(10)));
        settled(post("locked"));

        assertThat(state("locked")).isEqualTo("UP");
        assertThat(detail("locked", "lockedUntil")).isNotNull();
        assertThat(meter("cliq.lock.seconds", "account", "locked")).isPositive();
        assertThat(posts("locked", "throttled")).isEqualTo(1);
    }

    @Test
    void theEndOfALock() throws Exception {
        sandbox.faults().next(Fault.throttled(ThrottleAnswer.FLAT.withRetryAfter(), Duration.ofSeconds(1)));
        settled(post("unlocked"));
        settled(post("unlocked"));

        assertThat(posts("unlocked", "throttled")).isEqualTo(1);
        assertThat(posts("unlocked", "success")).isEqualTo(1);
        assertThat(detail("unlocked", "lockedUntil")).isNull();
        assertThat(meter("cliq.lock.seconds", "account", "unlocked")).isZero();
    }

    @Test
    void aWrongToken() throws Exception {
        settled(post("refused"));

        assertThat(state("refused")).isEqualTo("DOWN");
        assertThat(detail("refused", "reason")).startsWith("account refused: ").doesNotContain("unknown");
        assertThat(posts("refused", "auth")).isEqualTo(1);
    }

    @Test
    void aTokenEndpointThatIsDown() throws Exception {
        sandbox.tokenFaults().next(Fault.answer(503, "text/plain", "down"));
        settled(post("tokenless"));

        assertThat(state("tokenless")).isEqualTo("DOWN");
        assertThat(detail("tokenless", "credentialTrouble")).startsWith("unavailable: ");
        assertThat(meter("cliq.token.refreshes", "account", "tokenless", "outcome", "unavailable"))
                .isEqualTo(1);
    }

    @Test
    void aHostThatIsNotReachable() throws Exception {
        settled(post("unreachable"));

        assertThat(state("unreachable")).isEqualTo("UP");
        assertThat(detail("unreachable", "lastFailure")).startsWith("unavailable: no connection to ");
        assertThat(posts("unreachable", "unavailable")).isEqualTo(1);
    }

    @Test
    void clicks() throws Exception {
        for (String function : List.of("quick", "slow")) {
            sandbox.function(CliqFunction.of(function, url(PATH)));
            template.sendBody("cliq:chat/" + function + "?account=clicked", """
                    {"text": "Well?", "buttons": [{"label": "Yes", "type": "+", "key": "yes",
                     "action": {"type": "invoke.function", "data": {"name": "%s", "owner": "ann@zylker.com"}}}]}
                    """.formatted(function));
            sandbox.click(Click.on(sandbox.messages(function).get(0).id(), "yes"));
        }
        HttpRequest unsigned = HttpRequest.newBuilder(URI.create(url(PATH)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        OPERATOR.send(unsigned, BodyHandlers.discarding());

        assertThat(state(PATH)).isEqualTo("UP");
        assertThat(detail(PATH, "answered")).isEqualTo("1");
        assertThat(detail(PATH, "acknowledged")).isEqualTo("1");
        assertThat(detail(PATH, "refused.unverified")).isEqualTo("1");
        assertThat(clicks("answered")).isEqualTo(1);
        assertThat(clicks("acknowledged")).isEqualTo(1);
        assertThat(clicks("unverified")).isEqualTo(1);
    }

    private static void until(BooleanSupplier condition) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            while (!condition.getAsBoolean()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        });
    }
}
