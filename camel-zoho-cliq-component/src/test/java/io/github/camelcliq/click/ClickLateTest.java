package io.github.camelcliq.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.github.camelcliq.delivery.CapturedLog;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.webhook.Clicks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A route that takes longer than Cliq waits: the person hears at once, and of the answer later. */
class ClickLateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Semaphore decided = new Semaphore(0);
    private final Queue<String> late = new ConcurrentLinkedQueue<>();
    private HttpServer cliq;

    @BeforeEach
    void startCliq() throws IOException {
        cliq = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cliq.createContext("/responses/1", exchange -> {
            late.add(exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        cliq.start();
    }

    @AfterEach
    void stopCliq() {
        cliq.stop(0);
    }

    private String cliqUrl() {
        return "http://127.0.0.1:" + cliq.getAddress().getPort();
    }

    private ClickServer.Builder slow(Object answer) {
        return slow("cliq:function/approve", answer);
    }

    private ClickServer.Builder slow(String uri, Object answer) {
        return ClickServer.with(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(uri).process(exchange -> {
                            decided.acquire();
                            exchange.getMessage().setBody(answer);
                        });
                    }
                })
                .cliq("base-url", cliqUrl())
                .cliq("reply-timeout", "100ms")
                .cliq("acknowledgement", "One moment.");
    }

    private static ObjectNode click(String responseUrl) {
        return Clicks.sample("approve", Instant.now()).put("response_url", responseUrl);
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @Test
    void aSlowRouteIsAcknowledgedAndItsAnswerPostedToTheResponseUrl() throws IOException {
        try (ClickServer server = slow("Approved").start()) {
            JsonNode output = server.post(click(cliqUrl() + "/responses/1")).output();
            assertThat(output).isEqualTo(json("{'type': 'banner', 'status': 'success', 'text': 'One moment.'}"));
            assertThat(late).isEmpty();

            decided.release();

            await().until(() -> !late.isEmpty());
            assertThat(late).containsExactly("POST {\"output\":{\"text\":\"Approved\"}}");
        }
    }

    @Test
    void anAnswerInTimeGoesNowhereElse() {
        decided.release();
        try (ClickServer server = slow("Approved").cliq("reply-timeout", "30s").start()) {
            assertThat(server.post(click(cliqUrl() + "/responses/1"))
                            .output()
                            .path("text")
                            .asText())
                    .isEqualTo("Approved");
        }
        assertThat(late).isEmpty();
    }

    @Test
    void aLateAnswerGoesToNoHostButCliqs() throws IOException {
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> late.add("to the stranger"));
        stranger.start();
        try (ClickServer server = slow("Approved").start();
                CapturedLog log = new CapturedLog("io.github.camelcliq", Level.WARN)) {
            String port = ":" + stranger.getAddress().getPort() + "/responses/1";
            decided.release(4);
            server.post(click("http://127.0.0.1" + port));
            server.post(click("http://localhost" + port));
            server.post(click(cliqUrl().replace("http://", "http://127.0.0.1@") + "/responses/1"));
            server.post(click("no address"));

            assertThat(log.lines()).allMatch(line -> line.contains("has no response URL of Cliq's"));
            assertThat(late).isEmpty();
        } finally {
            stranger.stop(0);
        }
    }

    @Test
    void aLateAnswerTakesTheWayThatPostsTake() throws IOException {
        String cliqBehindAProxy = "http://cliq_behind.invalid";
        cliq.createContext("/proxied", exchange -> {
            late.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Proxy-Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        try (ClickServer server = slow("Approved")
                .cliq("base-url", cliqBehindAProxy)
                .cliq("access-token", "1000.token")
                .cliq("proxy-host", "127.0.0.1")
                .cliq("proxy-port", String.valueOf(cliq.getAddress().getPort()))
                .cliq("proxy-username", "ann")
                .cliq("proxy-password", "sesame")
                .start()) {
            server.post(click(cliqBehindAProxy + "/proxied?a=%20"));

            decided.release();

            await().until(() -> !late.isEmpty());
            assertThat(late).containsExactly("http://cliq_behind.invalid/proxied?a=%20 Basic YW5uOnNlc2FtZQ== null");
        }
    }

    @Test
    void aLateAnswerUnderWayOutlastsTheContext() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        cliq.createContext("/responses/slow", exchange -> {
            asked.countDown();
            pause(stopped);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        try (CapturedLog log = new CapturedLog("io.github.camelcliq", Level.DEBUG)) {
            try (ClickServer server = slow("Approved").start()) {
                server.post(click(cliqUrl() + "/responses/slow"));
                decided.release();
                pause(asked);
            }
            stopped.countDown();

            await().until(() -> log.lines().stream().anyMatch(line -> line.contains("was posted")));
        }
    }

    @Test
    void aLateAnswerMayGoToTheChat() throws IOException {
        try (Sandbox sandbox = Sandbox.builder().start();
                ClickServer server = slow(Map.of("type", "message_edit", "text", "Approved by Scott"))
                        .cliq("base-url", sandbox.baseUrl())
                        .cliq("access-token", Sandbox.DEFAULT_ACCESS_TOKEN)
                        .cliq("late-reply", "CHAT")
                        .start()) {
            server.post(click(cliqUrl() + "/responses/1"));

            decided.release();

            await().until(() -> !sandbox.messages().isEmpty());
            assertThat(sandbox.messages()).singleElement().satisfies(message -> {
                assertThat(message.target()).isEqualTo("CT_2243226337559778047_661211447-B2");
                assertThat(JSON.readTree(message.json())).isEqualTo(json("{'text': 'Approved by Scott'}"));
            });
            assertThat(late).isEmpty();
        }
    }

    @Test
    void aLateAnswerMayBeDropped() {
        try (ClickServer server = slow("Approved").cliq("late-reply", "DROP").start();
                CapturedLog log = new CapturedLog("io.github.camelcliq", Level.DEBUG)) {
            server.post(click(cliqUrl() + "/responses/1"));

            decided.release();

            await().until(() -> log.lines().stream().anyMatch(line -> line.contains("is dropped")));
            assertThat(late).isEmpty();
        }
    }

    @Test
    void aFailureThatComesLateIsSaidLate() {
        try (ClickServer server = slow("x".repeat(20_000)).start()) {
            server.post(click(cliqUrl() + "/responses/1"));

            decided.release();

            await().until(() -> !late.isEmpty());
            assertThat(late.peek()).contains("\"status\":\"failure\"").contains("That did not work");
        }
    }

    @Test
    void withoutATextTheAcknowledgementShowsNothing() {
        try (ClickServer server =
                slow("cliq:function/approve?acknowledgement=", "Approved").start()) {
            assertThat(server.post(click(cliqUrl() + "/responses/1")).output()).isEmpty();
            decided.release();
            await().until(() -> !late.isEmpty());
        }
    }

    @Test
    void anAnswerThatBreaksWhileItIsReadIsAFailureOnWhicheverThread() {
        CharSequence endless = new Endless();
        RouteBuilder asynchronous = new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/approve")
                        .delay(1)
                        .asyncDelayed()
                        .process(exchange -> exchange.getMessage().setBody(endless));
            }
        };
        try (ClickServer server =
                ClickServer.with(asynchronous).cliq("reply-timeout", "0").start()) {
            assertThat(server.click("approve").output().path("status").asText()).isEqualTo("failure");
        }
    }

    private static void pause(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text that cannot be had. */
    private static final class Endless implements CharSequence {

        @Override
        public int length() {
            return Integer.MAX_VALUE;
        }

        @Override
        public char charAt(int index) {
            return ' ';
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return this;
        }

        @Override
        public String toString() {
            throw new StackOverflowError();
        }
    }

    @Test
    void aReplyTimeoutOfZeroWaitsForTheRoute() {
        decided.release();
        try (ClickServer server = slow("Approved").cliq("reply-timeout", "0").start()) {
            assertThat(server.post(click(cliqUrl() + "/responses/1"))
                            .output()
                            .path("text")
                            .asText())
                    .isEqualTo("Approved");
        }
    }
}
