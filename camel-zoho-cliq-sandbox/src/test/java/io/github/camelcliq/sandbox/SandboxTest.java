package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static final String HELLO = json("{'text': 'Hello'}");

    @Test
    void startsOnAFreePortOfTheLoopbackAddress() {
        try (Sandbox one = Sandbox.builder().start();
                Sandbox two = Sandbox.builder().start()) {
            assertThat(one.port()).isPositive().isNotEqualTo(two.port());
            assertThat(one.baseUrl()).isEqualTo("http://127.0.0.1:" + one.port());
            assertThat(new Caller(one).post(Caller.CHAT, HELLO).statusCode()).isEqualTo(204);
            assertThat(one.messages()).hasSize(1);
            assertThat(two.messages()).isEmpty();
        }
    }

    @Test
    void startsOnTheGivenPort() throws Exception {
        int free;
        try (ServerSocket probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }

        try (Sandbox sandbox = Sandbox.builder().port(free).start()) {
            assertThat(sandbox.port()).isEqualTo(free);
        }
    }

    @Test
    void saysThatThePortIsTakenAndLeavesNoThreadBehind() {
        try (Sandbox first = Sandbox.builder().start()) {
            long threads = sandboxThreads();

            assertThatIllegalStateException()
                    .isThrownBy(() -> Sandbox.builder().port(first.port()).start())
                    .withMessageStartingWith("The sandbox cannot listen on 127.0.0.1:" + first.port() + ": ")
                    .withMessageContaining("in use");

            await().untilAsserted(() -> assertThat(sandboxThreads()).isLessThanOrEqualTo(threads));
        }
    }

    @Test
    void refusesWhatCannotBeStarted() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().port(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().port(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().accessToken(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().history(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().historyBytes(0));
    }

    @Test
    void closingEndsListeningAndEveryConnectionAndMayBeRepeated() throws Exception {
        Sandbox sandbox = Sandbox.builder().start();
        try (Socket idle = new Socket("127.0.0.1", sandbox.port())) {
            idle.setSoTimeout(60_000);
            new Caller(sandbox).post(Caller.CHAT, HELLO);

            sandbox.close();

            assertThat(idle.getInputStream().read()).as("end of stream").isEqualTo(-1);
        }
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket("127.0.0.1", sandbox.port()));
        assertThat(sandbox.messages()).as("still to be read").hasSize(1);
        sandbox.close();
    }

    @Test
    void waitsForMessages() {
        try (Sandbox sandbox = Sandbox.builder().start()) {
            CompletableFuture<List<ReceivedMessage>> two =
                    CompletableFuture.supplyAsync(() -> sandbox.awaitMessages(2, Duration.ofSeconds(60)));
            new Caller(sandbox).post(Caller.CHAT, HELLO);
            assertThat(two).isNotDone();

            new Caller(sandbox).post(Caller.CHAT, HELLO);

            assertThat(two.join()).hasSize(2);
        }
    }

    @Test
    void saysHowManyMessagesThereWereWhenTheTimeIsOver() {
        try (Sandbox sandbox = Sandbox.builder().start()) {
            new Caller(sandbox).post(Caller.CHAT, HELLO);

            assertThatIllegalStateException()
                    .isThrownBy(() -> sandbox.awaitMessages(2, Duration.ofMillis(20)))
                    .withMessage("1 of 2 messages were accepted within PT0.02S");
        }
    }

    @Test
    void forgetsTheOldestOnceThereAreTooMany() {
        try (Sandbox sandbox = Sandbox.builder().history(3).start()) {
            for (int number = 1; number <= 5; number++) {
                new Caller(sandbox).post("/api/v2/chats/" + number + "/messages", HELLO);
            }

            assertThat(sandbox.messages()).extracting(ReceivedMessage::target).containsExactly("3", "4", "5");
            assertThat(sandbox.requests()).hasSize(3);
            assertThat(sandbox.awaitMessages(5, Duration.ofSeconds(1))).hasSize(3);
        }
    }

    @Test
    void forgetsTheOldestOnceTheyAreTooLong() {
        try (Sandbox sandbox = Sandbox.builder().historyBytes(20_000).start()) {
            String long3 = "{\"text\": \"" + "x".repeat(3_000) + "\"}";
            for (int number = 1; number <= 5; number++) {
                new Caller(sandbox).post("/api/v2/chats/" + number + "/messages", long3);
            }

            assertThat(sandbox.messages()).extracting(ReceivedMessage::target).containsExactly("3", "4", "5");
            assertThat(sandbox.requests()).hasSize(3);
        }
    }

    @Test
    void remembersTheNewestHoweverLongItIs() {
        try (Sandbox sandbox = Sandbox.builder().historyBytes(1).start()) {
            new Caller(sandbox).post("/api/v2/chats/1/messages", HELLO);
            new Caller(sandbox).post("/api/v2/chats/2/messages", HELLO);

            assertThat(sandbox.messages()).extracting(ReceivedMessage::target).containsExactly("2");
            assertThat(sandbox.requests()).hasSize(1);
        }
    }

    @Test
    void aSnapshotIsACopy() {
        try (Sandbox sandbox = Sandbox.builder().start()) {
            List<ReceivedMessage> before = sandbox.messages();
            new Caller(sandbox).post(Caller.CHAT, HELLO);

            assertThat(before).isEmpty();
            assertThat(sandbox.messages()).hasSize(1);
        }
    }

    private static long sandboxThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vert.x-eventloop"))
                .count();
    }
}
