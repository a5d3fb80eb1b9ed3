package io.github.camelcliq;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.ClickServer.Answer;
import io.github.camelcliq.internal.figures.AccountFigures;
import io.github.camelcliq.internal.figures.AccountFigures.Permits;
import io.github.camelcliq.internal.figures.ClickFigures;
import io.github.camelcliq.internal.figures.Monitors;
import io.github.camelcliq.internal.figures.Outcome;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import io.github.camelcliq.sandbox.oauth.OAuthClient;
import io.github.camelcliq.webhook.Clicks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator sees of an application on camel-main: its log, its JMX, and its pages of health, console and meters.
 * One application has an account for each of the tests, so that each test sees its own figures.
 */
class OperatorTest {

    private static final String JMX_DISABLED = "org.apache.camel.jmx.disabled";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient OPERATOR = HttpClient.newHttpClient();
    private static final int MANAGEMENT_PORT = freePort();
    private static final String NOWHERE = "http://127.0.0.1:1";

    private static final String REFUSED = "{\"code\": \"oauthtoken_invalid\", \"message\": \"Invalid OAuth token\"}";

    private static final ManualTiming TIME = new ManualTiming();
    private static final CountDownLatch DECIDED = new CountDownLatch(1);

    private static Sandbox sandbox;
    private static ClickServer application;
    private static ProducerTemplate template;
    private static CapturedLog log;

    @TempDir
    private static Path folder;

    private static String jmxWas;

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void start() {
        jmxWas = System.setProperty(JMX_DISABLED, "false");
        log = new CapturedLog("io.github.camelcliq", Level.DEBUG);
        sandbox = Sandbox.builder()
                .accessToken(
                        Sandbox.DEFAULT_ACCESS_TOKEN,
                        "token-of-normal",
                        "token-of-flood",
                        "token-of-locked",
                        "token-of-refused",
                        "token-of-loud-refused",
                        "token-of-loud-locked",
                        "token-of-unpaced",
                        "token-of-stored",
                        "token-of-moving",
                        Sandbox.DEFAULT_ACCESS_TOKEN + "-of-changing")
                .client(OAuthClient.of("client", "secret")
                        .refreshToken("refresh-1", "ann")
                        .refreshToken("refresh-2", "ann"))
                .start();
        ClickServer.Builder builder = ClickServer.with(new Routes())
                .bean("timing", TIME)
                .property("camel.health.producers-enabled", "true")
                .property("camel.health.exposure-level", "full")
                .property("camel.main.dev-console-enabled", "true")
                .property("camel.metrics.enabled", "true")
                .property("camel.management.enabled", "true")
                .property("camel.management.host", "127.0.0.1")
                .property("camel.management.port", String.valueOf(MANAGEMENT_PORT))
                .property("camel.management.health-check-enabled", "true")
                .property("camel.management.dev-console-enabled", "true")
                .property("camel.management.metrics-enabled", "true")
                .cliq("base-url", sandbox.baseUrl())
                .cliq("accounts-url", sandbox.baseUrl())
                .cliq("access-token", Sandbox.DEFAULT_ACCESS_TOKEN)
                .cliq("maximum-wait", "1h");
        for (String name : List.of("normal", "flood", "locked", "refused", "loud-refused", "loud-locked")) {
            withToken(builder, name, sandbox.baseUrl());
        }
        withToken(builder, "unreachable", NOWHERE);
        withToken(builder, "changing", sandbox.baseUrl());
        withToken(builder, "unpaced", sandbox.baseUrl());
        builder.cliq("accounts[unpaced].pacing", "false");
        withToken(builder, "stored", sandbox.baseUrl());
        builder.cliq("accounts[stored].pacing-store", "file:" + folder);
        withToken(builder, "moving", sandbox.baseUrl());
        withToken(builder, "loud-unreachable", NOWHERE);
        withRefreshToken(builder, "tokenless", "1");
        withRefreshToken(builder, "loud-tokenless", "2");
        application = builder.start();
        template = application.context().createProducerTemplate();
    }

    private static void withToken(ClickServer.Builder builder, String name, String url) {
        account(builder, name, url).cliq("accounts[" + name + "].access-token", "token-of-" + name);
    }

    /** @param number makes the credentials differ from those of the other accounts */
    private static void withRefreshToken(ClickServer.Builder builder, String name, String number) {
        account(builder, name, sandbox.baseUrl())
                .cliq("accounts[" + name + "].client-id", "client")
                .cliq("accounts[" + name + "].client-secret", "secret")
                .cliq("accounts[" + name + "].refresh-token", "refresh-" + number);
    }

    private static ClickServer.Builder account(ClickServer.Builder builder, String name, String url) {
        String account = "accounts[" + name + "].";
        return builder.cliq(account + "data-center", "EU")
                .cliq(account + "base-url", url)
                .cliq(account + "accounts-url", sandbox.baseUrl());
    }

    private static final class Routes extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:default").to("cliq:chat/x");
            from("direct:flood").routeId("flood").to("cliq:chat/x?ordered=false&account=flood");
            from("direct:changing").routeId("changing").to("cliq:chat/x?account=changing");
            from("direct:moving").routeId("moving").to("cliq:chat/x?account=moving");
            from("cliq:function/approve").setBody(constant("Approved"));
            from("cliq:function/slow?replyTimeout=1&lateReply=DROP").process(exchange -> DECIDED.await());
        }
    }

    @AfterAll
    static void stop() {
        DECIDED.countDown();
        template.stop();
        application.close();
        sandbox.close();
        log.close();
        if (jmxWas == null) {
            System.clearProperty(JMX_DISABLED);
        } else {
            System.setProperty(JMX_DISABLED, jmxWas);
        }
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

    private static List<CompletableFuture<Exchange>> post(String account, int posts) {
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (int post = 0; post < posts; post++) {
            all.add(post(account));
        }
        return all;
    }

    private static <T> T settled(CompletableFuture<T> post) throws Exception {
        return post.get(PatientWaits.LONGEST.toSeconds(), SECONDS);
    }

    private static void allSettled(List<CompletableFuture<Exchange>> posts) throws Exception {
        for (CompletableFuture<Exchange> post : posts) {
            settled(post);
        }
    }

    private static Monitors monitors() {
        return application.context().hasService(Monitors.class);
    }

    private static AccountFigures figures(String account) {
        return monitors().account(account).figures();
    }

    private static byte[] click(String function) {
        return Clicks.bytes(Clicks.sample(function, TIME.now()));
    }

    private static ClickFigures clickFigures() {
        return monitors().path(ClickServer.PATH).figures();
    }

    /** What a page of the management server shows. */
    private static String page(String path, String type) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + MANAGEMENT_PORT + path))
                .header("Accept", type)
                .build();
        try {
            return OPERATOR.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String path) {
        String page = page(path, "application/json");
        try {
            return JSON.readTree(page);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(page, e);
        }
    }

    private static JsonNode with(JsonNode all, String field, String value) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing with " + field + "=" + value + " in " + all));
    }

    private record Health(String state, Map<String, String> details) {}

    /** What the health page shows of an account or a path. */
    private static Health health(String name) {
        JsonNode check = with(json("/observe/health?data=true").path("checks"), "name", "cliq:" + name);
        return new Health(check.path("status").asText(), fields(check.path("data")));
    }

    /** What the console shows of an account. */
    private static Map<String, String> console(String account) {
        return fields(with(json("/q/dev/cliq").at("/cliq/accounts"), "account", account));
    }

    private static Map<String, String> fields(JsonNode object) {
        Map<String, String> fields = new HashMap<>();
        object.fields()
                .forEachRemaining(
                        field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static String consoleText() {
        return page("/q/dev/cliq", "text/plain");
    }

    /** Returns the value of a meter on the page that Prometheus reads. */
    private static double meter(String name, String... tags) {
        return page("/observe/metrics", "*/*")
                .lines()
                .filter(line -> line.startsWith(name + "{") && Stream.of(tags).allMatch(line::contains))
                .findFirst()
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' '))))
                .orElseThrow(() -> new AssertionError("no meter " + name + " with " + List.of(tags)));
    }

    private static double posts(String account, String outcome) {
        return meter("cliq_posts_total", "account=\"" + account + "\"", "kind=\"chat\"", "outcome=\"" + outcome + "\"");
    }

    private static double gauge(String name, String account) {
        return meter(name, "account=\"" + account + "\"");
    }

    private static double clicks(String outcome) {
        return meter("cliq_clicks_total", "path=\"" + ClickServer.PATH + "\"", "outcome=\"" + outcome + "\"");
    }

    private static List<String> downNow(Collection<Result> results) {
        return results.stream()
                .filter(result -> result.getState() == State.DOWN)
                .map(result -> result.getCheck().getId())
                .toList();
    }

    private static Object attribute(String type, String name, String attribute) throws JMException {
        return ManagementFactory.getPlatformMBeanServer().getAttribute(mbean(type, name), attribute);
    }

    private static void reset(String type, String name) throws JMException {
        ManagementFactory.getPlatformMBeanServer().invoke(mbean(type, name), "reset", new Object[0], new String[0]);
    }

    private static ObjectName mbean(String type, String name) throws JMException {
        return new ObjectName("org.apache.camel:context="
                + application.context().getManagementName() + ",type=" + type + ",name=" + ObjectName.quote(name));
    }

    private static List<String> lines(String part) {
        return log.lines().stream().filter(line -> line.contains(part)).toList();
    }

    @Test
    void theStartOfAnAccountIsLoggedOnce() throws Exception {
        settled(template.asyncSend(
                "direct:default", exchange -> exchange.getMessage().setBody("Hello")));

        assertThat(lines("Account cliq-"))
                .singleElement()
                .asString()
                .matches("Account cliq-US-[0-9a-f]{16} posts to " + sandbox.baseUrl()
                        + ", data centre US, with its accessToken: at most 50 posts and 20 cards in 60 s, counted in memory;"
                        + " at most 1000 posts wait; an accessToken lives an hour, and the component cannot renew it");
        settled(post("normal"));
        settled(post("normal"));
        assertThat(lines("Account normal posts to " + sandbox.baseUrl() + ", data centre EU, with its accessToken"))
                .hasSize(1);
    }

    @Test
    void aPost() throws Exception {
        settled(post("normal"));
        long before = figures("normal").posts().get(Outcome.SUCCESS);

        Exchange exchange = settled(post("normal"));

        assertThat(figures("normal").posts()).containsEntry(Outcome.SUCCESS, before + 1);
        assertThat(attribute("cliqaccounts", "normal", "AcceptedPosts")).isEqualTo(before + 1);
        assertThat(console("normal").get("posts.success")).isEqualTo(String.valueOf(before + 1));
        assertThat(consoleText()).contains("account: normal\n    host: " + sandbox.baseUrl() + "\n");
        assertThat(health("normal").state()).isEqualTo("UP");

        assertThat(health("normal").details()).containsEntry("posts.success", String.valueOf(before + 1));
        assertThat(posts("normal", "success")).isGreaterThanOrEqualTo(before + 1);
        assertThat(lines("Exchange " + exchange.getExchangeId()))
                .containsExactly("Exchange " + exchange.getExchangeId()
                        + " posted to a chat with account normal: success, waited 0 ms, took 0 ms");
    }

    @Test
    void seventyPostsAtOnce() throws Exception {
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        for (int post = 0; post < 70; post++) {
            posts.add(template.asyncSend(
                    "direct:flood", exchange -> exchange.getMessage().setBody("Hello")));
        }
        await().until(() -> figures("flood").posts().get(Outcome.SUCCESS) == 50
                && figures("flood").waiting() == 20);
        TIME.pass(Duration.ofSeconds(30));

        assertThat(figures("flood"))
                .returns(new Permits(50, 50, 0), AccountFigures::permits)
                .returns(new Permits(20, 20, 20), AccountFigures::restrictedPermits)
                .returns(20, AccountFigures::waiting)
                .returns(20, AccountFigures::underWay)
                .returns(Map.of("flood", 20), AccountFigures::underWayByRoute)
                .returns(Duration.ofSeconds(30), AccountFigures::oldestWait)
                .returns(null, AccountFigures::lockedUntil);
        assertThat(attribute("cliqaccounts", "flood", "WaitingPosts")).isEqualTo(20);
        assertThat(attribute("cliqaccounts", "flood", "MaximumQueued")).isEqualTo(1000);
        assertThat(attribute("cliqaccounts", "flood", "OldestWaitMillis")).isEqualTo(30_000L);
        assertThat(attribute("cliqaccounts", "flood", "PermitsLeft")).isEqualTo(0);
        assertThat(attribute("cliqaccounts", "flood", "PostsUnderWayByRoute")).isEqualTo("{flood=20}");
        assertThat(console("flood"))
                .containsEntry("readAt", TIME.now().toString())
                .containsEntry("waiting", "20")
                .containsEntry("maximumQueued", "1000");
        assertThat(console("flood").get("posts.underWay.flood")).isEqualTo("20");
        assertThat(health("flood").state()).isEqualTo("UP");

        assertThat(health("flood").details()).containsEntry("waiting", "20").containsEntry("permits.left", "0");

        assertThat(gauge("cliq_waiting", "flood")).isEqualTo(20);
        assertThat(gauge("cliq_maximum_queued", "flood")).isEqualTo(1000);
        assertThat(gauge("cliq_oldest_wait_seconds", "flood")).isEqualTo(30);

        TIME.pass(Duration.ofSeconds(31));
        allSettled(posts);

        assertThat(figures("flood"))
                .returns(0, AccountFigures::waiting)
                .returns(0, AccountFigures::underWay)
                .returns(Map.of(), AccountFigures::underWayByRoute)
                .returns(Duration.ZERO, AccountFigures::oldestWait);
        assertThat(lines("longer than a window"))
                .singleElement()
                .asString()
                .startsWith(
                        "A post of route flood with account flood (" + sandbox.baseUrl() + ") waited 60 s for its turn")
                .contains(" posts of route flood are under way. More posts come than the limit of 50");
    }

    @Test
    void aLockAndItsEnd() throws Exception {
        settled(post("locked"));
        sandbox.faults().next(Fault.throttled(ThrottleAnswer.FLAT, Duration.ofMinutes(10)));
        Instant until = TIME.now().plus(Duration.ofMinutes(10));
        Exchange throttled = settled(post("locked"));
        CompletableFuture<Exchange> waiting = post("locked");
        await().until(() -> figures("locked").waiting() == 1);

        assertThat(lines("locks out"))
                .singleElement()
                .asString()
                .startsWith("Cliq locks out the user of account locked (" + sandbox.baseUrl() + ") until " + until
                        + ". 0 posts wait.");
        assertThat(lines("are narrowed to 25 posts and 10 cards")).hasSize(1);
        assertThat(throttled.getException())
                .hasMessageEndingWith("Too many requests.; the route may post it again in 600 s; not delivered");
        assertThat(figures("locked"))
                .returns(until, AccountFigures::lockedUntil)
                .returns(1, AccountFigures::waiting)
                .returns(false, AccountFigures::isDown);
        assertThat(figures("locked").permits().isNarrowed()).isTrue();
        assertThat(figures("locked").lastFailure().outcome()).isEqualTo(Outcome.THROTTLED);

        assertThat(attribute("cliqaccounts", "locked", "LockedUntil")).isEqualTo(until.toString());
        assertThat(attribute("cliqaccounts", "locked", "Limit")).isEqualTo(25);
        assertThat(attribute("cliqaccounts", "locked", "Narrowed")).isEqualTo(true);
        assertThat(console("locked").get("lockedUntil")).isEqualTo(until.toString());
        assertThat(health("locked").state()).isEqualTo("UP");

        assertThat(health("locked").details()).containsEntry("lockedUntil", until.toString());
        assertThat(gauge("cliq_lock_seconds", "locked")).isEqualTo(10 * 60);

        TIME.pass(Duration.ofMinutes(10));
        assertThat(settled(waiting).getException()).isNull();

        assertThat(lines("The lock of"))
                .containsExactly("The lock of account locked (" + sandbox.baseUrl() + ") is over. 0 posts wait.");
        assertThat(figures("locked").lockedUntil()).isNull();
        assertThat(attribute("cliqaccounts", "locked", "LockedUntil")).isEqualTo("");
        assertThat(health("locked").details()).doesNotContainKey("lockedUntil");
        assertThat(console("locked").get("lockedUntil")).isNull();
        assertThat(gauge("cliq_lock_seconds", "locked")).isZero();
    }

    @Test
    void aLockOfAnAccountThatDoesNotPace() throws Exception {
        sandbox.faults().next(Fault.throttled(ThrottleAnswer.FLAT, Duration.ofMinutes(10)));
        Instant until = TIME.now().plus(Duration.ofMinutes(10));
        settled(post("unpaced"));

        assertThat(figures("unpaced"))
                .returns(until, AccountFigures::lockedUntil)
                .returns(null, AccountFigures::permits);
        assertThat(attribute("cliqaccounts", "unpaced", "PermitsLeft")).isEqualTo(-1);
        assertThat(lines("Cliq locks out the user of account unpaced (" + sandbox.baseUrl() + ") until " + until))
                .hasSize(1);

        settled(post("unpaced"));

        assertThat(figures("unpaced").lockedUntil()).isNull();
    }

    @Test
    void aRefusedTokenThatBecomesGoodAgain() throws Exception {
        sandbox.faults().next(Fault.answer(401, "application/json", REFUSED));
        settled(post("refused"));
        settled(post("refused"));

        assertThat(figures("refused").isDown()).isTrue();
        assertThat(figures("refused").credentialTrouble())
                .returns(Outcome.AUTH, AccountFigures.Failure::outcome)
                .returns(TIME.now(), AccountFigures.Failure::at);
        assertThat(lines("refuses the access token of account refused"))
                .singleElement()
                .asString()
                .contains(sandbox.baseUrl(), "Invalid OAuth token", "Check the option accessToken");

        assertThat(health("refused").state()).isEqualTo("DOWN");
        assertThat(health("refused").details().get("reason")).asString().contains("refused", "Invalid OAuth token");
        assertThat(downNow(HealthCheckHelper.invokeReadiness(application.context())))
                .contains("cliq:refused");
        assertThat(downNow(HealthCheckHelper.invokeLiveness(application.context())))
                .isEmpty();
        assertThat(attribute("cliqaccounts", "refused", "UnauthorizedPosts")).isEqualTo(2L);
        assertThat(attribute("cliqaccounts", "refused", "CredentialTrouble"))
                .asString()
                .contains("Invalid OAuth token");

        assertThat(console("refused").get("credentialTrouble")).contains("Invalid OAuth token");
        assertThat(console("refused").get("credentialTrouble.since"))
                .isEqualTo(TIME.now().toString());
        assertThat(posts("refused", "auth")).isEqualTo(2);

        // an application that is not ready may get no request to post for
        TIME.pass(Duration.ofMinutes(5));
        assertThat(health("refused").state()).isEqualTo("UP");
        assertThat(health("refused").details().get("credentialTrouble")).contains("Invalid OAuth token");

        settled(post("refused"));

        assertThat(figures("refused").isDown()).isFalse();
        assertThat(health("refused").state()).isEqualTo("UP");
        assertThat(attribute("cliqaccounts", "refused", "CredentialTrouble")).isEqualTo("");
        assertThat(lines("Account refused (" + sandbox.baseUrl() + ") has a good access token again."))
                .hasSize(1);
    }

    @Test
    void aChangeOfCredentials() throws Exception {
        settled(template.asyncSend(
                "direct:changing", exchange -> exchange.getMessage().setBody("Hello")));
        assertThat(health("changing").state()).isEqualTo("DOWN");
        CliqComponent component = application.context().getComponent("cliq", CliqComponent.class);

        component.account("changing").setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN + "-of-changing");
        application.context().getRouteController().stopRoute("changing");
        application.context().getRouteController().startRoute("changing");

        assertThat(lines("The credentials of account changing (" + sandbox.baseUrl() + ") have changed."))
                .hasSize(1);
        assertThat(health("changing").state()).isEqualTo("UP");
        settled(template.asyncSend(
                "direct:changing", exchange -> exchange.getMessage().setBody("Hello")));
        assertThat(figures("changing").posts()).containsEntry(Outcome.AUTH, 1L).containsEntry(Outcome.SUCCESS, 1L);
        assertThat(figures("changing").producers()).isEqualTo(1);
    }

    @Test
    void aChangeOfTheHost() throws Exception {
        settled(template.asyncSend(
                "direct:moving", exchange -> exchange.getMessage().setBody("Hello")));
        String host = "http://localhost:" + sandbox.port();

        application
                .context()
                .getComponent("cliq", CliqComponent.class)
                .account("moving")
                .setBaseUrl(host);
        application.context().getRouteController().stopRoute("moving");
        application.context().getRouteController().startRoute("moving");

        assertThat(attribute("cliqaccounts", "moving", "Host")).isEqualTo(host);
        assertThat(health("moving").details()).containsEntry("host", host);
        assertThat(lines("of account moving (" + sandbox.baseUrl() + ") have changed. It posts to " + host))
                .hasSize(1);
    }

    @Test
    void aStoreThatFails() throws Exception {
        settled(post("stored"));
        assertThat(health("stored").details()).doesNotContainKey("storeFailure");
        Path inTheWay = folder.resolve(onlyFile(folder, "*.json") + ".new");
        Files.createDirectory(inTheWay);

        CompletableFuture<Exchange> waiting = post("stored");
        await().until(() -> figures("stored").storeFailure() != null);

        assertThat(figures("stored").waiting()).isEqualTo(1);
        assertThat(health("stored").state()).isEqualTo("UP");
        assertThat(health("stored").details().get("storeFailure")).contains("cannot be written to");
        assertThat(console("stored").get("storeFailure")).contains("cannot be written to");
        assertThat(attribute("cliqaccounts", "stored", "StoreFailure"))
                .asString()
                .contains("cannot be written to");
        assertThat(gauge("cliq_store_failing", "stored")).isEqualTo(1);
        assertThat(lines("The store of the posts of account stored fails: ")).hasSize(1);

        Files.delete(inTheWay);
        TIME.pass(Duration.ofSeconds(1));
        assertThat(settled(waiting).getException()).isNull();

        assertThat(health("stored").details()).doesNotContainKey("storeFailure");
        assertThat(attribute("cliqaccounts", "stored", "StoreFailure")).isEqualTo("");
        assertThat(gauge("cliq_store_failing", "stored")).isZero();
        assertThat(lines("The store of the posts of account stored works again. 1 posts wait."))
                .hasSize(1);
    }

    /** The click is counted before its time-out begins. */
    private static void passReplyTimeout(CompletableFuture<Answer> click) {
        await().until(() -> {
            TIME.pass(Duration.ofMillis(1));
            return click.isDone();
        });
    }

    private static String onlyFile(Path folder, String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            return files.iterator().next().getFileName().toString();
        }
    }

    @Test
    void aTokenEndpointThatIsDown() throws Exception {
        sandbox.tokenFaults().always(Fault.answer(503, "text/plain", "down"));
        settled(post("tokenless"));
        settled(post("tokenless"));

        assertThat(figures("tokenless").isDown()).isTrue();
        assertThat(figures("tokenless").tokenExpires()).isNull();
        assertThat(figures("tokenless").posts()).containsEntry(Outcome.UNAVAILABLE, 2L);
        assertThat(lines("Account tokenless (" + sandbox.baseUrl() + ") gets no access token"))
                .hasSize(1);

        assertThat(health("tokenless").state()).isEqualTo("DOWN");
        assertThat(console("tokenless").get("credentialTrouble")).startsWith("unavailable: ");
        assertThat(attribute("cliqaccounts", "tokenless", "CredentialTrouble"))
                .asString()
                .contains("unavailable: ");
        assertThat(meter("cliq_token_refreshes_total", "account=\"tokenless\"", "outcome=\"unavailable\""))
                .isEqualTo(1);

        assertThat(attribute("cliqaccounts", "tokenless", "TokenExpires")).isEqualTo("");

        sandbox.tokenFaults().clear();
        TIME.pass(Duration.ofSeconds(5));
        settled(post("tokenless"));

        assertThat(figures("tokenless"))
                .returns(false, AccountFigures::isDown)
                .returns(1L, AccountFigures::refreshes)
                .returns(TIME.now().plus(Duration.ofHours(1)), AccountFigures::tokenExpires);
        assertThat(health("tokenless").state()).isEqualTo("UP");
        assertThat(attribute("cliqaccounts", "tokenless", "TokenRefreshes")).isEqualTo(1L);
        assertThat(lines("Account tokenless (" + sandbox.baseUrl() + ") has a good access token again."))
                .hasSize(1);
    }

    @Test
    void aHostThatIsNotReachable() throws Exception {
        Exchange exchange = settled(post("unreachable"));

        assertThat(figures("unreachable").posts()).containsEntry(Outcome.UNAVAILABLE, 1L);
        assertThat(figures("unreachable").lastFailure().text()).startsWith("no connection to " + NOWHERE);
        assertThat(figures("unreachable").isDown()).isFalse();
        assertThat(health("unreachable").state()).isEqualTo("UP");
        assertThat(health("unreachable").details().get("lastFailure"))
                .asString()
                .startsWith("unavailable: no connection to " + NOWHERE);
        assertThat(console("unreachable").get("lastFailure")).contains(NOWHERE);
        assertThat(posts("unreachable", "unavailable")).isEqualTo(1);
        assertThat(attribute("cliqaccounts", "unreachable", "LastFailure"))
                .asString()
                .startsWith(TIME.now() + " unavailable: no connection to " + NOWHERE);
        assertThat(lines("Exchange " + exchange.getExchangeId()))
                .singleElement()
                .asString()
                .contains("with account unreachable: unavailable", "no connection to " + NOWHERE);
    }

    @Test
    void clicks() throws Exception {
        application.post(click("approve"));
        CompletableFuture<Answer> slow = application.postAsync(click("slow"));
        await().until(() -> clickFigures().underWay() == 1);
        passReplyTimeout(slow);
        Answer refused = application.post(click("approve"), "no signature");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(clickFigures())
                .returns(1L, ClickFigures::answered)
                .returns(1L, ClickFigures::acknowledged)
                .returns(Map.of("unverified", 1L), ClickFigures::refused)
                .returns(1L, ClickFigures::underWay)
                .returns(null, ClickFigures::trouble);

        assertThat(consoleText())
                .contains("path: " + ClickServer.PATH + "\n    answered: 1\n    acknowledged: 1\n    underWay: 1\n"
                        + "    refused.unverified: 1\n");
        assertThat(health(ClickServer.PATH).state()).isEqualTo("UP");

        assertThat(health(ClickServer.PATH).details())
                .containsEntry("answered", "1")
                .containsEntry("acknowledged", "1")
                .containsEntry("refused.unverified", "1");
        assertThat(clicks("answered")).isEqualTo(1);
        assertThat(clicks("acknowledged")).isEqualTo(1);
        assertThat(clicks("unverified")).isEqualTo(1);
        assertThat(lines("Refused requests to " + ClickServer.PATH))
                .singleElement()
                .asString()
                .endsWith("so far: 1 with no valid signature or secret");
        assertThat(lines("Acknowledged a click"))
                .containsExactly("Acknowledged a click to cliq:function/slow, since its route takes longer than 1 ms");
        assertThat(attribute("cliqpaths", ClickServer.PATH, "AcknowledgedClicks"))
                .isEqualTo(1L);
        assertThat(attribute("cliqpaths", ClickServer.PATH, "RefusalReasons")).isEqualTo("{unverified=1}");

        DECIDED.countDown();
        await().until(() -> clickFigures().underWay() == 0);
    }

    @Test
    void tenThousandFailingPostsLeaveFewLines() throws Exception {
        int before = log.lines(Level.INFO).size();
        sandbox.faults().next(Fault.answer(401, "application/json", REFUSED));
        settled(post("loud-refused"));
        sandbox.faults().next(Fault.throttled(ThrottleAnswer.FLAT, Duration.ofMinutes(10)));
        sandbox.tokenFaults().always(Fault.answer(400, "application/json", "{\"error\": \"invalid_client\"}"));
        for (int round = 0; round < 10; round++) {
            List<CompletableFuture<Exchange>> posts = new ArrayList<>();
            for (String account : List.of("refused", "unreachable", "tokenless", "locked")) {
                posts.addAll(post("loud-" + account + "&maximumWait=0", 250));
            }
            allSettled(posts);
        }
        assertThat(log.lines(Level.INFO)).hasSizeLessThan(before + 50);
    }

    /** A supervised route that cannot start leaves the application running. */
    @Test
    void aPathWithoutServerOrKey() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getRouteController().supervising();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("cliq:function/a?path=/no-server&verification=NONE").to("mock:a");
                    from("cliq:function/b?path=/no-key&publicKey=classpath:nowhere")
                            .to("mock:b");
                }
            });
            context.start();

            await().until(() -> context.hasService(Monitors.class) != null
                    && downNow(HealthCheckHelper.invokeReadiness(context))
                            .containsAll(List.of("cliq:/no-server", "cliq:/no-key")));

            assertThat(reasons(context))
                    .anyMatch(reason ->
                            reason.startsWith("Clicks cannot be received, since the path /no-server could not"))
                    .anyMatch(reason -> reason.equals("option publicKey: classpath:nowhere cannot be read"));

            // as camel.health.exclude-pattern does
            HealthCheckRegistry.get(context).setExcludePattern("cliq:*");

            assertThat(downNow(HealthCheckHelper.invokeReadiness(context)))
                    .noneMatch(check -> check.startsWith("cliq:"));
        }
    }

    private static List<String> reasons(CamelContext context) {
        return HealthCheckHelper.invokeReadiness(context).stream()
                .map(result -> String.valueOf(result.getDetails().get("reason")))
                .toList();
    }

    @Test
    void countersAreReset() throws Exception {
        settled(post("normal"));

        reset("cliqaccounts", "normal");
        reset("cliqpaths", ClickServer.PATH);

        assertThat(figures("normal").posts()).containsEntry(Outcome.SUCCESS, 0L);
        assertThat(clickFigures()).returns(0L, ClickFigures::answered).returns(Map.of(), ClickFigures::refused);
    }
}
