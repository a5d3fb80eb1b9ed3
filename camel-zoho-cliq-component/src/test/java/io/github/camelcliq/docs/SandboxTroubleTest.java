package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The trouble that the guide makes with the sandbox comes as it says. */
class SandboxTroubleTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void failsAndLocksAndForgives() throws Exception {
        // docs: trouble
        try (Sandbox cliq = Sandbox.builder().limits(Limits.OF_CLIQ).start()) {
            cliq.faults().next(2, Fault.htmlPage(502));
            cliq.lock(Sandbox.DEFAULT_USER, Duration.ofMinutes(10));

            assertThat(post(cliq)).isEqualTo(502);
            assertThat(post(cliq)).isEqualTo(502);
            assertThat(post(cliq)).isEqualTo(429);

            cliq.clock().skip(Duration.ofMinutes(10));
            assertThat(post(cliq)).isEqualTo(204);
        }
        // end
    }

    private int post(Sandbox cliq) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(cliq.baseUrl() + "/api/v2/chats/CT_1/messages"))
                                .header("Authorization", "Bearer " + Sandbox.DEFAULT_ACCESS_TOKEN)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"Hello\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
