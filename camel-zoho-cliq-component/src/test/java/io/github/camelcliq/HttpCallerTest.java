package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A post in the middle of a route says nothing to the HTTP caller of that route. */
class HttpCallerTest {

    private static Sandbox cliq;
    private static ClickServer server;

    @BeforeAll
    static void start() {
        cliq = Sandbox.builder().start();
        server = ClickServer.with(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("platform-http:/alert").to("cliq:chat/CT_1").setBody(constant("queued"));
                        from("platform-http:/accepted")
                                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(202))
                                .to("cliq:chat/CT_1")
                                .setBody(constant("queued"));
                    }
                })
                .cliq("base-url", cliq.baseUrl())
                .cliq("access-token", Sandbox.DEFAULT_ACCESS_TOKEN)
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
        cliq.close();
    }

    @Test
    void theCallerGetsTheBodyAndNotTheStatusOfThePost() {
        ClickServer.Answer answer = post("/alert");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("queued");
    }

    @Test
    void aStatusThatTheRouteSetBeforeThePostStays() {
        ClickServer.Answer answer = post("/accepted");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("queued");
    }

    private static ClickServer.Answer post(String path) {
        byte[] body = "{\"text\":\"Disk full\"}".getBytes(StandardCharsets.UTF_8);
        return server.send(server.request(path, body));
    }
}
