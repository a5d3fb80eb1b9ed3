package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not as long as their head says. */
class LyingLengthTest {

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    /** For bodies that never come whole. */
    @RegisterExtension
    static final SoundSandbox HASTY = new SoundSandbox(builder -> builder.bodyTimeout(Duration.ofMillis(100)));

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "100"})
    void aLengthThatNeverArrivesIsRefusedInTime(String length) throws Exception {
        assertThat(refusal(HASTY, "Content-Length: " + length, SoundSandbox.HELLO))
                .isEqualTo(408);
        assertThat(HASTY.sandbox().messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400, -5", "400, 99999999999999999999999", "400, abc", "400, +17", "400, '5, 17'"})
    void aLengthThatIsNoneIsRefused(int status, String length) throws Exception {
        assertThat(refusal("Content-Length: " + length, SoundSandbox.HELLO)).isEqualTo(status);
        assertThat(SANDBOX.sandbox().messages()).isEmpty();
    }

    @Test
    void twoLengthsAreRefused() throws Exception {
        assertThat(refusal("Content-Length: 17\r\nContent-Length: 5", SoundSandbox.HELLO))
                .isEqualTo(400);
        assertThat(SANDBOX.sandbox().messages()).isEmpty();
    }

    @Test
    void whatComesAfterTooShortALengthIsNoRequest() throws Exception {
        assertThat(refusal("Content-Length: 5", SoundSandbox.HELLO + "\r\n\r\n"))
                .isEqualTo(400);
        assertThat(SANDBOX.sandbox().requests()).extracting(JournalEntry::body).containsExactly("{\"tex");
    }

    @Test
    void chunksAreTaken() throws Exception {
        String chunks = "11\r\n" + SoundSandbox.HELLO + "\r\n0\r\n\r\n";
        String head = RawConnection.head("POST", Caller.CHAT, "Transfer-Encoding: chunked");

        assertThat(SANDBOX.send(head + "\r\n" + chunks).status()).isEqualTo(204);
    }

    /** RFC 9112, section 6.1: it may be an attempt to smuggle a second request. */
    @Test
    void chunksBesideALengthAreRefused() throws Exception {
        String chunks = "11\r\n" + SoundSandbox.HELLO + "\r\n0\r\n\r\n";
        String lengthToo = "Transfer-Encoding: chunked\r\nContent-Length: " + chunks.length();

        assertThat(refusal(lengthToo, chunks)).isEqualTo(400);
        assertThat(SANDBOX.sandbox().messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n",
                "-5\r\n",
                "ffffffffffffffffff\r\n",
                "5;LONG",
                "11\r\n{\"text\": \"Hello\"}XX0\r\n\r\n",
                "0\r\nLONG: x\r\n\r\n"
            })
    void brokenChunksEndTheConnection(String chunks) throws Exception {
        String body = chunks.replace("LONG", "x".repeat(1_000_000));

        assertThat(refusal("Transfer-Encoding: chunked", body)).isZero();
        assertThat(SANDBOX.sandbox().messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7fffffff\r\nx", "5\r\nx", "5\r\nabcde\r\n"})
    void chunksThatNeverEndAreRefusedInTime(String chunks) throws Exception {
        assertThat(refusal(HASTY, "Transfer-Encoding: chunked", chunks)).isEqualTo(408);
    }

    private static int refusal(String header, String body) throws Exception {
        return refusal(SANDBOX, header, body);
    }

    private static int refusal(SoundSandbox sandbox, String header, String body) throws Exception {
        String request = RawConnection.head("POST", Caller.CHAT, header) + "\r\n" + body;
        return sandbox.statusBeforeTheEnd(request.getBytes(StandardCharsets.US_ASCII));
    }
}
