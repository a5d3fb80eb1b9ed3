package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.webhook.Clicks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    private final Queue<String> fetched = new ConcurrentLinkedQueue<>();
    private HttpServer responses;

    /** What the call names as its {@code response_url}, which nothing is posted to. */
    @BeforeEach
    void startResponses() throws IOException {
        responses = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        responses.createContext("/", exchange -> {
            fetched.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        responses.start();
    }

    @AfterEach
    void stopResponses() {
        responses.stop(0);
        assertThat(fetched).isEmpty();
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
                .cliq("base-url", responsesUrl())
                .cliq("reply-timeout", "100ms")
                .cliq("acknowledgement", "One moment.");
    }

    /** Posts late answers to the chat of the sandbox. */
    private ClickServer.Builder toTheChat(Object answer, Sandbox sandbox) {
        return slow(answer)
                .cliq("base-url", sandbox.baseUrl())
                .cliq("access-token", Sandbox.DEFAULT_ACCESS_TOKEN)
                .cliq("late-reply", "CHAT");
    }

    private String responsesUrl() {
        return "http://127.0.0.1:" + responses.getAddress().getPort();
    }

    private ObjectNode click() {
        return Clicks.sample("approve", Instant.now()).put("response_url", responsesUrl() + "/responses/1");
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @Test
    void aSlowRouteIsAcknowledgedAndItsAnswerDropped() throws IOException {
        try (ClickServer server = slow("Approved").start();
                CapturedLog log = new CapturedLog("io.github.camelcliq", Level.WARN)) {
            assertThat(server.post(click()).output())
                    .isEqualTo(json("{'type': 'banner', 'status': 'success', 'text': 'One moment.'}"));
            assertThat(log.lines()).isEmpty();

            decided.release();

            await().until(() -> !log.lines().isEmpty());
            assertThat(log.lines())
                    .containsExactly("The answer to FunctionCall[function approve] came after replyTimeout and is"
                            + " dropped; lateReply=CHAT would post it to the chat");
        }
    }

    @Test
    void anAnswerInTimeGoesNowhereElse() {
        decided.release();
        try (Sandbox sandbox = Sandbox.builder().start();
                ClickServer server = toTheChat("Approved", sandbox)
                        .cliq("reply-timeout", "30s")
                        .start()) {
            assertThat(server.post(click()).output().path("text").asText()).isEqualTo("Approved");
            assertThat(sandbox.messages()).isEmpty();
        }
    }

    @Test
    void aLateAnswerMayGoToTheChat() throws IOException {
        Map<String, String> edit = Map.of("type", "message_edit", "text", "Approved by Scott");
        try (Sandbox sandbox = Sandbox.builder().start();
                ClickServer server = toTheChat(edit, sandbox).start()) {
            server.post(click());

            decided.release();

            await().until(() -> !sandbox.messages().isEmpty());
            assertThat(sandbox.messages()).singleElement().satisfies(message -> {
                assertThat(message.target()).isEqualTo("CT_2243226337559778047_661211447-B2");
                assertThat(JSON.readTree(message.json())).isEqualTo(json("{'text': 'Approved by Scott'}"));
            });
        }
    }

    @Test
    void aFailureThatComesLateIsSaidLate() {
        try (Sandbox sandbox = Sandbox.builder().start();
                ClickServer server = toTheChat("x".repeat(20_000), sandbox).start()) {
            server.post(click());

            decided.release();

            await().until(() -> !sandbox.messages().isEmpty());
            assertThat(sandbox.messages().get(0).json()).contains("That did not work");
        }
    }

    @Test
    void whatIsNoMessageCannotGoToTheChat() {
        Map<String, Object> applet = Map.of("type", "applet", "sections", List.of());
        try (Sandbox sandbox = Sandbox.builder().start();
                ClickServer server = toTheChat(applet, sandbox).start();
                CapturedLog log = new CapturedLog("io.github.camelcliq", Level.WARN)) {
            server.post(click());

            decided.release();

            await().until(() -> !log.lines().isEmpty());
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("is dropped: it is not a message, or the call names no chat");
            assertThat(sandbox.messages()).isEmpty();
        }
    }

    @Test
    void withoutATextTheAcknowledgementShowsNothing() {
        try (ClickServer server =
                slow("cliq:function/approve?acknowledgement=", "Approved").start()) {
            assertThat(server.post(click()).output()).isEmpty();
            decided.release();
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
            assertThat(server.post(click()).output().path("text").asText()).isEqualTo("Approved");
        }
    }
}
