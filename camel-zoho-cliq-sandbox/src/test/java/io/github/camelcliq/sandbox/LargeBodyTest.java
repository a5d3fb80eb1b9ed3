package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body of 20 MB is answered, thrown away, and followed by the next request of its connection. */
class LargeBodyTest {

    private static final byte[] MEGABYTE = new byte[1024 * 1024];

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    @ParameterizedTest
    @CsvSource({
        "413, POST, /api/v2/chats/CT_1/messages",
        "413, PUT,  /api/v2/chats/CT_1/messages",
        "413, POST, /api/v2/nothing",
        "413, POST, /oauth/v2/token",
        "413, POST, /sandbox/reset",
        "413, POST, /sandbox/lock",
        "200, GET,  /sandbox/messages",
        "405, POST, /sandbox/messages",
        "405, POST, /",
        "404, POST, /nothing"
    })
    void isAnsweredAndThrownAway(int status, String method, String path) throws Exception {
        try (RawConnection connection = SANDBOX.connect()) {
            connection.write(RawConnection.head(method, path) + "Content-Length: " + 20 * MEGABYTE.length + "\r\n\r\n");
            for (int written = 0; written < 20; written++) {
                connection.write(MEGABYTE);
            }
            assertThat(connection.answer().status()).isEqualTo(status);

            connection.write(RawConnection.request("POST", Caller.CHAT, SoundSandbox.HELLO));
            assertThat(connection.answer().status()).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "413, POST, /api/v2/chats/CT_1/messages",
        "413, POST, /oauth/v2/token",
        "413, POST, /sandbox/lock",
        "404, POST, /nothing"
    })
    void isAnsweredAndThrownAwayWhereItsLengthIsNotKnown(int status, String method, String path) throws Exception {
        try (RawConnection connection = SANDBOX.connect()) {
            connection.write(RawConnection.head(method, path) + "Transfer-Encoding: chunked\r\n\r\n");
            for (int written = 0; written < 20; written++) {
                connection
                        .write(Integer.toHexString(MEGABYTE.length) + "\r\n")
                        .write(MEGABYTE)
                        .write("\r\n");
            }
            connection.write("0\r\n\r\n");
            assertThat(connection.answer().status()).isEqualTo(status);

            connection.write(RawConnection.request("POST", Caller.CHAT, SoundSandbox.HELLO));
            assertThat(connection.answer().status()).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @CsvSource({"413, POST, /api/v2/chats/CT_1/messages", "413, POST, /sandbox/lock", "404, POST, /nothing"})
    void isAnsweredBeforeItsEnd(int status, String method, String path) throws Exception {
        try (RawConnection connection = SANDBOX.connect()) {
            String head = RawConnection.head(method, path) + "Content-Length: 2147483648\r\n\r\n";
            connection
                    .write(head.getBytes(StandardCharsets.US_ASCII))
                    .write(MEGABYTE)
                    .write(MEGABYTE);

            assertThat(connection.answer().status()).isEqualTo(status);
        }
    }
}
