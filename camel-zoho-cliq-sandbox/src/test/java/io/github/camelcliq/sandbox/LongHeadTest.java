package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Heads are taken up to a length, and refused beyond. */
class LongHeadTest {

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    @Test
    void aTargetOfThousandsOfCharactersIsTaken() throws Exception {
        String target = "%C3%A4".repeat(2_000);

        assertThat(SANDBOX.send(RawConnection.request(
                                "POST", "/api/v2/chats/" + target + "/messages", SoundSandbox.HELLO))
                        .status())
                .isEqualTo(204);
        assertThat(SANDBOX.sandbox().messages().get(0).target()).isEqualTo("ä".repeat(2_000));
    }

    static Stream<Arguments> tooLong() {
        String head = RawConnection.head("POST", Caller.CHAT);
        return Stream.of(
                arguments("a path", 414, "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                arguments("a query", 414, "GET /?" + "x&".repeat(10_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                arguments("a path without end", 414, "GET /" + "x".repeat(3_000_000)),
                arguments("a method without end", 414, "G".repeat(3_000_000)),
                arguments("a header", 431, head + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n"),
                arguments("a header's name", 431, head + "X".repeat(20_000) + ": x\r\n\r\n"),
                arguments("a header without end", 431, head + "X-Long: " + "x".repeat(3_000_000)),
                arguments("headers without end", 431, head + "X-Many: x\r\n".repeat(300_000)),
                arguments("a token", 431, head + "Authorization: Bearer " + "x".repeat(20_000) + "\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLong")
    void tooLongAHeadIsRefused(String kind, int status, String request) throws Exception {
        int answered = SANDBOX.statusBeforeTheEnd(request.getBytes(StandardCharsets.US_ASCII));

        // the rest that nobody reads may reset the connection before the answer is there
        assertThat(answered).isIn(status, 0);
        assertThat(SANDBOX.sandbox().requests()).isEmpty();
    }

    @Test
    void aQueryOfThousandsOfParametersIsTaken() throws Exception {
        String query = "a=b&".repeat(3_000);

        assertThat(SANDBOX.send(RawConnection.request("POST", Caller.CHAT + "?" + query, SoundSandbox.HELLO))
                        .status())
                .isEqualTo(204);
    }
}
