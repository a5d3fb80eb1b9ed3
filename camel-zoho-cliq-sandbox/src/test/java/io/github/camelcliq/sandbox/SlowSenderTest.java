package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.sandbox.http.RequestBody;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends byte after byte, for ever, is not waited for. */
class SlowSenderTest {

    private static final Duration IDLE = Duration.ofMillis(250);

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox(builder -> builder.idleTimeout(IDLE));

    /** For bodies that never come whole. */
    @RegisterExtension
    static final SoundSandbox HASTY = new SoundSandbox(builder -> builder.bodyTimeout(Duration.ofMillis(100)));

    @Test
    void aHeadThatNeverEndsIsCutOff() throws Exception {
        try (RawConnection connection = SANDBOX.connect()) {
            connection.write(RawConnection.head("POST", Caller.CHAT) + "X-Slow: ");

            awaitEndOf(connection);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PRI * HTTP/2.0\r\n"})
    void aBeginningIsCutOff(String beginning) throws Exception {
        try (RawConnection connection = SANDBOX.connect()) {
            assertThat(connection.write(beginning).statusBeforeTheEnd()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v2/chats/CT_1/messages",
        "GET,  /api/v2/chats/CT_1/messages",
        "POST, /api/v2/nothing",
        "POST, /oauth/v2/token",
        "POST, /sandbox/lock",
        "POST, /sandbox/reset",
        "DELETE, /sandbox/faults"
    })
    void aBodyThatNeverEndsIsAnsweredInTime(String method, String path) throws Exception {
        try (RawConnection connection = HASTY.connect()) {
            connection.write(RawConnection.head(method, path) + "Content-Length: 1000000\r\n\r\n");

            RawConnection.RawAnswer answer = connection.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).contains("100 ms");
            assertThat(answer.hasHeader("Connection: close")).isTrue();
            awaitEndOf(connection);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v2/chats/CT_1/messages", "/oauth/v2/token", "/sandbox/lock", "/sandbox/messages", "/"})
    void aBodyThatDripsIsCutOff(String path) throws Exception {
        try (RawConnection connection = HASTY.connect()) {
            connection.write(RawConnection.head("POST", path) + "Content-Length: 1000000\r\n\r\n");

            awaitEndOf(connection);
        }
    }

    @Test
    void aBodyThatGoesOnAfterItsAnswerIsCutOff() {
        untilItIsInTime(413, () -> {
            try (RawConnection connection = SANDBOX.connect()) {
                connection
                        .write(RawConnection.head("POST", Caller.CHAT) + "Content-Length: 1000000000\r\n\r\n")
                        .write(new byte[RequestBody.MOST_BYTES + 1]);
                int status = connection.answer().status();
                awaitEndOf(connection);
                return status;
            }
        });
    }

    @Test
    void whoAsksNothingMoreIsCutOff() {
        untilItIsInTime(204, () -> {
            try (RawConnection connection = SANDBOX.connect()) {
                connection.write(RawConnection.request("POST", Caller.CHAT, SoundSandbox.HELLO));

                return connection.statusBeforeTheEnd();
            }
        });
    }

    @Test
    void anAnswerThatIsLateIsNotCutOff() {
        SANDBOX.sandbox().answerDelay(IDLE.multipliedBy(2));

        untilItIsInTime(204, () -> {
            try (RawConnection connection = SANDBOX.connect()) {
                connection.write(RawConnection.request("POST", Caller.CHAT, SoundSandbox.HELLO));

                return connection.answer().status();
            }
        });
    }

    /** On a busy machine a connection may be cut off before anything is written on it. */
    private static void untilItIsInTime(int expected, Callable<Integer> post) {
        await().ignoreExceptionsInstanceOf(IOException.class).until(post, status -> status == expected);
    }

    private static void awaitEndOf(RawConnection connection) {
        await().until(() -> connection.isClosedOrDrips('x'));
    }
}
