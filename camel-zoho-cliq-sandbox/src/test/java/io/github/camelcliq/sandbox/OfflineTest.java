package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.accessToken;
import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A sandbox that cannot be reached, and senders that are slow. */
class OfflineTest {

    private static final String HELLO = json("{'text': 'Hello'}");

    @Test
    void goesOfflineAndComesBackOnTheSamePortWithAllItKnew() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().start()) {
            Caller caller = new Caller(sandbox);
            int port = sandbox.port();
            String token = accessToken(caller.refresh());
            caller.post(Caller.CHAT, HELLO);
            sandbox.faults().next(Fault.htmlPage(502));

            sandbox.goOffline();
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket("127.0.0.1", port));
            sandbox.goOffline();
            sandbox.goOnline();
            sandbox.goOnline();

            assertThat(sandbox.port()).isEqualTo(port);
            assertThat(caller.postWith(token, Caller.CHAT, HELLO).statusCode()).isEqualTo(502);
            assertThat(caller.postWith(token, Caller.CHAT, HELLO).statusCode()).isEqualTo(204);
            assertThat(sandbox.messages()).hasSize(2);
        }
    }

    @Test
    void goingOfflineCutsWhatIsUnderWay() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().start();
                Socket idle = new Socket("127.0.0.1", sandbox.port())) {
            idle.setSoTimeout(60_000);
            sandbox.faults().next(Fault.hang().afterJudging());
            CompletableFuture<HttpResponse<String>> post = new Caller(sandbox).postLater(Caller.CHAT, HELLO);
            await().until(() -> sandbox.faults().hanging() == 1);

            sandbox.goOffline();

            await().until(post::isCompletedExceptionally);
            assertThat(idle.getInputStream().read()).as("end of stream").isEqualTo(-1);
            await().until(() -> sandbox.openRequests() == 0);
            assertThat(sandbox.requests()).extracting(JournalEntry::status).containsExactly(0);
            assertThat(sandbox.messages()).hasSize(1);
        }
    }

    @Test
    void saysThatItsPortWasTakenMeanwhile() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().start()) {
            sandbox.goOffline();
            try (ServerSocket thief = new ServerSocket(sandbox.port(), 1, InetAddress.getByName("127.0.0.1"))) {
                assertThat(thief.isBound()).isTrue();
                assertThatIllegalStateException()
                        .isThrownBy(sandbox::goOnline)
                        .withMessageStartingWith("The sandbox cannot listen on 127.0.0.1:" + sandbox.port());
            }

            sandbox.goOnline();

            assertThat(new Caller(sandbox).post(Caller.CHAT, HELLO).statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void aSenderWhoseBodyDoesNotComeIsToldSoAndCutOff() throws Exception {
        try (Sandbox sandbox =
                Sandbox.builder().bodyTimeout(Duration.ofMillis(200)).start()) {
            String answer = new Caller(sandbox)
                    .raw("POST " + Caller.CHAT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"te");

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("The body did not arrive within 200 ms.");
            assertThat(sandbox.requests()).extracting(JournalEntry::status).containsExactly(408);
            assertThat(sandbox.openRequests()).isZero();
        }
    }

    @Test
    void aConnectionThatIsIdleBetweenRequestsIsNotCutOff() throws Exception {
        try (Sandbox sandbox =
                        Sandbox.builder().bodyTimeout(Duration.ofMillis(100)).start();
                Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.setSoTimeout(60_000);
            String slow = "POST " + Caller.CHAT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n";
            socket.getOutputStream().write((slow + "{}").getBytes(StandardCharsets.US_ASCII));
            assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 401 Unauthorized");
            // another sender is cut off after as long, and later
            assertThat(new Caller(sandbox).raw(slow)).startsWith("HTTP/1.1 408 ");

            socket.getOutputStream().write((slow + "{}").getBytes(StandardCharsets.US_ASCII));

            assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 401 Unauthorized");
        }
    }

    @Test
    void anAnswerMayTakeLongerThanABody() throws Exception {
        try (Sandbox sandbox =
                Sandbox.builder().bodyTimeout(Duration.ofMillis(100)).start()) {
            sandbox.answerDelay(Duration.ofMillis(300));
            String whole = RawConnection.request("POST", Caller.CHAT, HELLO, "Connection: close");

            assertThat(new Caller(sandbox).raw(whole)).startsWith("HTTP/1.1 204 ");
        }
    }

    @Test
    void aBodyTakesSomeTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().bodyTimeout(Duration.ZERO));
    }

    /** Reads one answer, with a body of known length, and gives its first line. */
    private static String statusLine(Socket socket) throws Exception {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int length = lower.indexOf("content-length: ") + "content-length: ".length();
        socket.getInputStream().readNBytes(Integer.parseInt(lower.substring(length, lower.indexOf("\r\n", length))));
        return head.substring(0, head.indexOf("\r\n"));
    }
}
