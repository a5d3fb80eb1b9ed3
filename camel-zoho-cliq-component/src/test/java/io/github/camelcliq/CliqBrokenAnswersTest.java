package io.github.camelcliq;

import static io.github.camelcliq.PatientWaits.LONGEST;
import static io.github.camelcliq.PatientWaits.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.Delivery;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no HTTP server should give, from a socket that gives them, and callers that make it hard to answer. */
class CliqBrokenAnswersTest extends CliqTestSupport {

    private Vertx vertx;
    private NetServer server;
    private final AtomicInteger connections = new AtomicInteger();

    @BeforeEach
    void startServer() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stopServer() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aThrottleCutOffAfterItsHeadIsStillAThrottle() throws Exception {
        String uri = answering(socket -> socket.end(
                Buffer.buffer("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 60\r\nContent-Length: 10\r\n\r\nabc")));

        CliqException failure = (CliqException) post(uri, "Hello", Map.of()).getException();

        assertThat(failure).isInstanceOf(CliqThrottledException.class);
        assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
    }

    /** Vert.x takes 102 for the answer, and the answer for that of the next post on the connection. */
    @ParameterizedTest
    @ValueSource(strings = {"101 Switching Protocols", "102 Processing", "104 Upload Resumption Supported", "000 None"})
    void anAnswerThatIsNotFinalBelongsToItsPostAlone(String interim) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        String uri = answering(
                socket -> {
                    boolean first = requests.getAndIncrement() == 0;
                    socket.write(
                            first
                                    ? "HTTP/1.1 " + interim + "\r\n\r\n"
                                    : "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
                },
                account -> account.getWebClientOptions().setMaxPoolSize(1));

        CliqException first = (CliqException) post(uri, "Hello", Map.of()).getException();
        CliqException second = (CliqException) post(uri, "Hello", Map.of()).getException();

        assertThat(first).isExactlyInstanceOf(CliqUnavailableException.class);
        assertThat(first.getDelivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(first).hasMessageContaining("the status " + Integer.parseInt(interim.substring(0, 3)));
        assertThat(connections).as("the first is closed").hasValue(2);
        assertThat(second).isExactlyInstanceOf(CliqRejectedException.class).hasMessageContaining("HTTP 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100 Continue", "103 Early Hints"})
    void anAnswerMayBeAnnounced(String interim) throws Exception {
        String uri = answering(
                socket -> socket.write("HTTP/1.1 " + interim + "\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));

        assertThat(post(uri, "Hello", Map.of()).getException()).isNull();
    }

    @Test
    void aLongHeadDoesNotHideAThrottle() throws Exception {
        String uri = answering(socket -> socket.write("HTTP/1.1 429 Too Many Requests\r\nX-Trace: " + "x".repeat(60_000)
                + "\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n"));

        CliqException failure = (CliqException) post(uri, "Hello", Map.of()).getException();

        assertThat(failure).isExactlyInstanceOf(CliqThrottledException.class);
        assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void anAnswerThatStallsAfterItsHeadEndsAndFreesItsConnection() throws Exception {
        String patient = answering(
                socket -> socket.write(
                        connections.get() == 1
                                ? "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"
                                : "HTTP/1.1 204 No Content\r\n\r\n"),
                account -> account.getWebClientOptions().setMaxPoolSize(1));
        // an account that differs in time-outs alone shares the one connection
        String impatient = "cliq:chat/x?"
                + account(account -> {
                    account.setBaseUrl("http://127.0.0.1:" + server.actualPort());
                    account.getWebClientOptions().setMaxPoolSize(1);
                    account.setReadTimeout(Duration.ofMillis(200));
                });

        assertThat(post(impatient, "Hello", Map.of()).getException()).isInstanceOf(CliqUnavailableException.class);
        assertThat(post(patient, "Hello", Map.of()).getException()).isNull();
        assertThat(connections).hasValue(2);
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() throws Exception {
        Buffer chunk = Buffer.buffer("4000\r\n" + "x".repeat(0x4000) + "\r\n");
        CompletableFuture<Void> closed = new CompletableFuture<>();
        String uri = answering(socket -> {
            socket.closeHandler(gone -> closed.complete(null));
            socket.write("HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n");
            pour(socket, chunk);
        });

        assertThat(post(uri, "Hello", Map.of()).getException())
                .isInstanceOf(CliqRejectedException.class)
                .hasMessageContaining("HTTP 403");
        assertThat(closed).succeedsWithin(LONGEST);
    }

    private static void pour(NetSocket socket, Buffer chunk) {
        if (!socket.writeQueueFull()) {
            socket.write(chunk).onSuccess(more -> pour(socket, chunk));
        } else {
            socket.drainHandler(more -> pour(socket, chunk));
        }
    }

    @Test
    void aWorkerThatSharesTheVertxMayWaitForItsPost() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("vertx", vertx);
            CliqComponent cliq = camel.getComponent("cliq", CliqComponent.class);
            cliq.getDefaultAccount().setBaseUrl(sandbox.baseUrl());
            cliq.getDefaultAccount().setAccessToken("sandbox-token");
            camel.start();
            CompletableFuture<Exchange> posted = new CompletableFuture<>();
            Future<String> deployed = vertx.deployVerticle(
                    new AbstractVerticle() {
                        @Override
                        public void start(Promise<Void> started) {
                            posted.complete(camel.createFluentProducerTemplate()
                                    .to("cliq:chat/x")
                                    .withBody("from a worker")
                                    .send());
                            started.complete();
                        }
                    },
                    new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER));

            assertThat(posted.get(SECONDS, TimeUnit.SECONDS).getException()).isNull();
            assertThat(deployed.toCompletionStage().toCompletableFuture()).succeedsWithin(LONGEST);
        }
    }

    @Test
    void anErrorInABodysGetterFailsTheExchange() {
        Object body = new Object() {
            @SuppressWarnings("unused")
            public String getText() {
                throw new NoClassDefFoundError("com/acme/Missing");
            }
        };

        assertThat(post(body).getException()).isNotNull();
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aMessageThatTakesNoReceiptFailsTheExchangeRatherThanHangIt() {
        Exchange exchange = template().send("cliq:chat/x", sent -> {
            DefaultMessage stubborn = new DefaultMessage(sent.getContext()) {
                @Override
                public void setHeader(String name, Object value) {
                    if (name.equals(CliqConstants.STATUS)) {
                        throw new IllegalStateException("no more headers");
                    }
                    super.setHeader(name, value);
                }
            };
            stubborn.setBody("Hello");
            sent.setMessage(stubborn);
        });

        assertThat(exchange.getException()).hasMessage("no more headers");
        assertThat(sandbox.messages()).hasSize(1);
    }

    /** An endpoint whose server reads the whole request and then does something to the socket. */
    private String answering(Consumer<NetSocket> answer) throws Exception {
        return answering(answer, account -> {});
    }

    private String answering(Consumer<NetSocket> answer, Consumer<CliqAccount> options) throws Exception {
        server = vertx.createNetServer().connectHandler(socket -> {
            connections.incrementAndGet();
            socket.handler(request -> answer.accept(socket));
        });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        return "cliq:chat/x?"
                + account(account -> {
                    account.setBaseUrl("http://127.0.0.1:" + server.actualPort());
                    options.accept(account);
                });
    }
}
