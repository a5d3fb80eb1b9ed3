package io.github.camelcliq;

import static io.github.camelcliq.PatientWaits.LONGEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route learns where the network or the server fails: above all, whether Cliq may have the message. */
class CliqNetworkTest extends CliqTestSupport {

    @Test
    void aRefusedConnectionDeliversNothing() throws Exception {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAtOnce.getLocalPort();
        }

        CliqException failure = unavailable(post(
                "cliq:chat/x?" + account(account -> account.setBaseUrl("http://127.0.0.1:" + port)),
                "Hello",
                Map.of()));

        assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
        assertThat(failure.isSafeToRedeliver()).isTrue();
        assertThat(failure)
                .hasMessageContaining("no connection to http://127.0.0.1:" + port)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aFailedTlsHandshakeDeliversNothing() {
        String https = sandbox.baseUrl().replace("http:", "https:");

        CliqException failure =
                unavailable(post("cliq:chat/x?" + account(account -> account.setBaseUrl(https)), "Hello", Map.of()));

        assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
        assertThat(failure).hasMessageContaining("no connection to https://");
    }

    @Test
    void aConnectionThatIsClosedBeforeTheAnswerLeavesTheDeliveryUnknown() {
        sandbox.answerNext(ScriptedAnswer.hangUp());

        CliqException failure = unavailable(post("Hello"));

        assertThat(failure.getDelivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.isSafeToRedeliver()).isFalse();
        assertThat(failure).hasMessageContaining("was lost").hasMessageEndingWith("; Cliq may have the message");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20})
    void aConnectionThatIsClosedWithinTheAnswerLeavesTheDeliveryUnknown(int bytes) {
        sandbox.answerNext(
                ScriptedAnswer.of(200, "application/json", "{\"message_id\": \"1599387839188_229293271789\"}")
                        .cutAfter(bytes));

        assertThat(unavailable(post("Hello")).getDelivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @Test
    void anAnswerThatIsNoHttpLeavesTheDeliveryUnknown() throws Exception {
        try (OneAnswer server = new OneAnswer("SSH-2.0-OpenSSH_9.6\r\n\r\n".getBytes(StandardCharsets.US_ASCII))) {
            CliqException failure = unavailable(
                    post("cliq:chat/x?" + account(account -> account.setBaseUrl(server.url())), "Hello", Map.of()));

            assertThat(failure.getDelivery()).isEqualTo(Delivery.UNKNOWN);
        }
    }

    @Test
    void anAnswerThatIsNotUtf8DoesNotHideTheStatus() throws Exception {
        byte[] answer =
                "HTTP/1.1 403 No\r\nContent-Type: application/json\r\nContent-Length: 18\r\n\r\n{\"message\": \"n\u00f6\"}\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        try (OneAnswer server = new OneAnswer(answer)) {
            Exchange exchange =
                    post("cliq:chat/x?" + account(account -> account.setBaseUrl(server.url())), "Hello", Map.of());

            assertThat(exchange.getException())
                    .isExactlyInstanceOf(CliqRejectedException.class)
                    .hasMessageContaining("HTTP 403, no readable message in the answer (18 bytes of application/json)");
        }
    }

    @Test
    void theRequestIsWholeAndHasItsLength() throws Exception {
        byte[] answer = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (OneAnswer server = new OneAnswer(answer)) {
            post("cliq:chat/x?" + account(account -> account.setBaseUrl(server.url())), "Grüße", Map.of());

            assertThat(server.request())
                    .startsWith("POST /api/v2/chats/x/messages HTTP/1.1\r\n")
                    .containsIgnoringCase("\r\ncontent-type: application/json;charset=UTF-8\r\n")
                    .containsIgnoringCase("\r\ncontent-length: 18\r\n")
                    .containsIgnoringCase("\r\nauthorization: Bearer " + Sandbox.DEFAULT_ACCESS_TOKEN + "\r\n")
                    .containsIgnoringCase("\r\nuser-agent: camel-zoho-cliq\r\n")
                    .doesNotContainIgnoringCase("transfer-encoding")
                    .endsWith("\r\n\r\n{\"text\":\"Grüße\"}");
        }
    }

    @Test
    void aLateAnswerLeavesTheDeliveryUnknown() {
        sandbox.answerDelay(Duration.ofMinutes(10));

        CliqException failure = unavailable(post("cliq:chat/x?" + impatient(), "Hello", Map.of()));

        assertThat(failure.getDelivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(sandbox.awaitMessages(1, LONGEST)).hasSize(1);
    }

    @Test
    void accountsWithTheSameCredentialsMayWaitForDifferentTimes() throws Exception {
        sandbox.faults().next(2, Fault.hang());
        CompletableFuture<Exchange> patient = template()
                .asyncSend(
                        "cliq:chat/patient", exchange -> exchange.getMessage().setBody("Hello"));
        await().until(() -> sandbox.faults().hanging() == 1);

        Exchange impatient = post("cliq:chat/impatient?" + impatient(), "Hello", Map.of());
        assertThat(patient).isNotDone();
        sandbox.faults().release();

        assertThat(impatient.getException()).isInstanceOf(CliqUnavailableException.class);
        assertThat(patient.get().getException()).isNull();
    }

    @Test
    void aPostThatGetsNoConnectionOfThePoolDeliversNothing() throws Exception {
        sandbox.faults().next(Fault.hang());
        // accounts that differ in time-outs alone share their connections
        String patient = account(account -> account.getWebClientOptions().setMaxPoolSize(1));
        String impatient = account(account -> {
            account.getWebClientOptions().setMaxPoolSize(1);
            account.setConnectTimeout(Duration.ofMillis(200));
        });
        CompletableFuture<Exchange> first = template()
                .asyncSend(
                        "cliq:chat/x?ordered=false&" + patient,
                        exchange -> exchange.getMessage().setBody("first"));
        await().until(() -> sandbox.faults().hanging() == 1);

        CliqException failure = unavailable(post("cliq:chat/x?ordered=false&" + impatient, "second", Map.of()));
        sandbox.faults().release();

        assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
        assertThat(first.get().getException()).isNull();
        assertThat(sandbox.messages()).hasSize(1);
    }

    @Test
    void aServerThatComesBackIsPostedToAgain() {
        Sandbox first = Sandbox.builder().start();
        String uri = "cliq:chat/x?" + account(account -> account.setBaseUrl(first.baseUrl()));
        assertThat(post(uri, "Hello", Map.of()).getException()).isNull();
        first.close();
        assertThat(post(uri, "Hello", Map.of()).getException()).isInstanceOf(CliqUnavailableException.class);

        try (Sandbox second = Sandbox.builder().port(first.port()).start()) {
            assertThat(post(uri, "Hello", Map.of()).getException()).isNull();
            assertThat(second.messages()).hasSize(1);
        }
    }

    private String impatient() {
        return account(account -> account.setReadTimeout(Duration.ofMillis(200)));
    }

    private static CliqException unavailable(Exchange exchange) {
        assertThat(exchange.getException()).isExactlyInstanceOf(CliqUnavailableException.class);
        CliqException failure = (CliqException) exchange.getException();
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.getHttpResponseCode()).isZero();
        assertThat(failure.getCliqCode()).isNull();
        assertThat(failure.getMessage()).doesNotContain("null", "\n", Sandbox.DEFAULT_ACCESS_TOKEN);
        return failure;
    }

    /** A server that reads one request and answers with given bytes, whatever they are. */
    private static final class OneAnswer implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<String> request = new CompletableFuture<>();

        OneAnswer(byte[] answer) throws IOException {
            Thread thread = new Thread(() -> serve(answer), "one-answer");
            thread.setDaemon(true);
            thread.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getLocalPort();
        }

        String request() {
            return request.join();
        }

        private void serve(byte[] answer) {
            try (Socket socket = server.accept()) {
                byte[] bytes = new byte[64 * 1024];
                int length = 0;
                while (!new String(bytes, 0, length, StandardCharsets.UTF_8).endsWith("}")) {
                    length += socket.getInputStream().read(bytes, length, bytes.length - length);
                }
                request.complete(new String(bytes, 0, length, StandardCharsets.UTF_8));
                socket.getOutputStream().write(answer);
                socket.shutdownOutput();
                while (socket.getInputStream().read() >= 0) {
                    // until the client has closed as well
                }
            } catch (IOException | RuntimeException e) {
                request.completeExceptionally(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
