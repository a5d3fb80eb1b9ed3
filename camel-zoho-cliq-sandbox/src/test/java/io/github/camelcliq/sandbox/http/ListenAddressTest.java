package io.github.camelcliq.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelcliq.sandbox.Caller;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a sandbox listens, and by which names it is called there. */
class ListenAddressTest {

    @Test
    void onlyThisMachineReachesItByDefault() {
        try (Sandbox sandbox = Sandbox.builder().start()) {
            assertThat(sandbox.host()).isEqualTo("127.0.0.1");
            assertThat(sandbox.isLoopback()).isTrue();
            assertThat(sandbox.baseUrl()).isEqualTo("http://127.0.0.1:" + sandbox.port());
        }
    }

    @Test
    void itListensOnAllAddressesWhenToldTo() {
        try (Sandbox sandbox = Sandbox.builder().host("0.0.0.0").start()) {
            assertThat(sandbox.isLoopback()).isFalse();
            assertThat(sandbox.baseUrl()).isEqualTo("http://127.0.0.1:" + sandbox.port());
            assertThat(new Caller(sandbox).get("/sandbox/messages").statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LocalHost:90", "127.0.0.1", "192.168.1.5", "192.168.1.5:8090", "[2001:db8::5]:8090"
            })
    void itIsCalledByIpAddressesThere(String host) throws IOException {
        try (Sandbox sandbox = Sandbox.builder().host("0.0.0.0").start()) {
            assertThat(statusOf(sandbox, "Host: " + host)).isEqualTo(204);
            assertThat(statusOf(sandbox, "Host: " + host + "\r\nOrigin: http://" + host))
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "192.168.1.5.evil.example",
                "localhost.evil.example",
                "1.2.3",
                "1.2.3.4.",
                "1.2.3.256",
                "[evil]",
                "[:evil]"
            })
    void butByNoNameThatAPageCouldRebind(String host) throws IOException {
        try (Sandbox sandbox = Sandbox.builder().host("0.0.0.0").start()) {
            assertThat(statusOf(sandbox, "Host: " + host)).isIn(400, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://192.168.1.6:8090", "https://192.168.1.5:8090", "null"})
    void norDrivenByAPageFromElsewhere(String origin) throws IOException {
        try (Sandbox sandbox = Sandbox.builder().host("0.0.0.0").start()) {
            assertThat(statusOf(sandbox, "Host: 192.168.1.5:8090\r\nOrigin: " + origin))
                    .isEqualTo(403);
        }
    }

    @Test
    void aHostThatNobodyKnowsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.builder().host("no-such-host.invalid"))
                .withMessage("no address is known for the host no-such-host.invalid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.builder().host(" "))
                .withMessage("a host must not be blank");
    }

    @Test
    void iPv6AddressesStandInBracketsInUrls() {
        assertThat(ListenAddress.of("::1").url(8090)).isEqualTo("http://[::1]:8090");
        assertThat(ListenAddress.of("[::1]").url(8090)).isEqualTo("http://[::1]:8090");
        assertThat(ListenAddress.of("::").url(8090)).isEqualTo("http://127.0.0.1:8090");
    }

    private static int statusOf(Sandbox sandbox, String headers) throws IOException {
        String answer = new Caller(sandbox)
                .raw("POST /sandbox/reset HTTP/1.1\r\n" + headers
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 204".length()));
    }
}
