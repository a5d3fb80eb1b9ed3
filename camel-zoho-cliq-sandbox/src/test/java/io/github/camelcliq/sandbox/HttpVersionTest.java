package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox speaks HTTP/1.1; who offers HTTP/2 gets that too. */
class HttpVersionTest {

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    @Test
    void whoWouldRatherSpeakHttp2IsAnsweredInHttp1() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(SANDBOX.sandbox().baseUrl() + Caller.CHAT))
                .version(HttpClient.Version.HTTP_2)
                .header("Authorization", "Bearer sandbox-token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(SoundSandbox.HELLO))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        SANDBOX.sandbox().goOffline();
        SANDBOX.sandbox().goOnline();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: upgrade\r\nUpgrade: h2c",
                "Connection: upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
                "Connection: upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: !!!",
                "Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Connection: upgrade\r\nUpgrade: nonsense",
                "Expect: tea"
            })
    void anOfferThatIsNotTakenIsNoHindrance(String offer) throws Exception {
        assertThat(SANDBOX.send(RawConnection.request("POST", Caller.CHAT, SoundSandbox.HELLO, offer))
                        .status())
                .isEqualTo(204);
    }
}
