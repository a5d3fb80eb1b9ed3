package io.github.camelcliq.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpAddressTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final WebClient WEB = WebClient.create(VERTX);
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));

    @AfterAll
    static void close() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get();
    }

    @ParameterizedTest
    @CsvSource({
        "https://cliq.zoho.com, cliq.zoho.com, 443, true, /api?a=b",
        "http://localhost:8080, localhost, 8080, false, /api?a=b",
        "http://localhost/cliq/proxy, localhost, 80, false, /cliq/proxy/api?a=b"
    })
    void aPathIsPostedToBelowTheUrl(String url, String host, int port, boolean ssl, String uri) {
        HttpRequest<Buffer> post = post(url);

        assertThat(post.host()).isEqualTo(host);
        assertThat(post.port()).isEqualTo(port);
        assertThat(post.ssl()).isEqualTo(ssl);
        assertThat(post.uri()).isEqualTo(uri);
    }

    @Test
    void aPostWaitsForAConnectionAsLongAsItsTimeoutsSay() {
        HttpRequest<Buffer> post = post("http://localhost");

        assertThat(post.connectTimeout()).isEqualTo(1_000);
    }

    @Test
    void whatIsNoUrlIsSaidByThePost() {
        assertThatThrownBy(() -> post("nonsense")).isInstanceOf(VertxException.class);
    }

    private static HttpRequest<Buffer> post(String url) {
        return new HttpAddress(url).post(WEB, "/api?a=b", TIMEOUTS);
    }
}
