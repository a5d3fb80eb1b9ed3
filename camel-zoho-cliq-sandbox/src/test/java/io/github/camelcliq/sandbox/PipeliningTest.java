package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that come before the answers to those before them were read. */
class PipeliningTest {

    /** Two of each: Netty closes a connection on which 128 requests wait for their answers. */
    private static final int REQUESTS = 60;

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    @Test
    void areAnsweredInTheirOrder() throws Exception {
        StringBuilder requests = new StringBuilder();
        for (int number = 0; number < REQUESTS; number++) {
            requests.append(RawConnection.request("POST", Caller.CHAT, "{\"text\": \"" + number + "\"}"));
            requests.append(RawConnection.request("GET", "/nothing", ""));
        }
        try (RawConnection connection = SANDBOX.connect()) {
            connection.write(requests.toString());

            for (int number = 0; number < REQUESTS; number++) {
                assertThat(connection.answer().status()).isEqualTo(204);
                assertThat(connection.answer().status()).isEqualTo(404);
            }
        }
        assertThat(SANDBOX.sandbox().messages())
                .extracting(ReceivedMessage::json)
                .hasSize(REQUESTS)
                .startsWith("{\"text\": \"0\"}")
                .endsWith("{\"text\": \"" + (REQUESTS - 1) + "\"}");
    }

    @Test
    void waitUntilTheAnswersBeforeThemAreTaken() throws Exception {
        String long100 = "{\"text\": \"x\", \"unknown\": \"" + "y".repeat(100_000) + "\"}";
        for (int number = 0; number < 100; number++) {
            SANDBOX.send(RawConnection.request("POST", Caller.CHAT, long100));
        }
        try (RawConnection connection = SANDBOX.connect()) {
            String list = RawConnection.request("GET", "/sandbox/messages", "");
            connection.write(list.repeat(5) + RawConnection.request("POST", "/sandbox/reset", ""));

            await().during(Duration.ofMillis(500))
                    .until(() -> SANDBOX.sandbox().messages().size() == 100);
            for (int number = 0; number < 5; number++) {
                assertThat(connection.answer().body()).hasSizeGreaterThan(10_000_000);
            }
            assertThat(connection.answer().status()).isEqualTo(204);
        }
        assertThat(SANDBOX.sandbox().messages()).isEmpty();
    }
}
