package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that come twice and say different things. */
class DuplicateHeadersTest {

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/index.html", "/sandbox/messages"})
    void aSecondHostIsRefused(String path) throws Exception {
        assertThat(SANDBOX.send(RawConnection.request("GET", path, "", "Host: evil.example"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSecondTokenIsNoWayAroundTheFirst() throws Exception {
        String request = "POST " + Caller.CHAT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 17\r\n"
                + "Content-Type: application/json\r\nAuthorization: Bearer wrong\r\n"
                + "Authorization: Bearer sandbox-token\r\n\r\n" + SoundSandbox.HELLO;

        assertThat(SANDBOX.send(request).status()).isEqualTo(401);
        assertThat(SANDBOX.sandbox().messages()).isEmpty();
    }

    @Test
    void ofTwoTypesTheFirstCounts() throws Exception {
        assertThat(SANDBOX.send(RawConnection.request(
                                "POST", Caller.CHAT, SoundSandbox.HELLO, "Content-Type: text/html"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aThousandOfAKindAreTaken() throws Exception {
        String many = "X-Many: x\r\n".repeat(600) + "X-Last: x";

        assertThat(SANDBOX.send(RawConnection.request("POST", Caller.CHAT, SoundSandbox.HELLO, many))
                        .status())
                .isEqualTo(204);
    }
}
