package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The click of the guide is told to the function, and its answer shown. */
class SandboxClickTest {

    private static final String APPROVAL = """
            {"text": "Approve?", "buttons": [{"label": "Approve", "key": "yes", "action": {"type": "invoke.function",
             "data": {"name": "approve", "owner": "finance@zylker.com"},
             "confirm": {"title": "Sure?", "input": "Why?", "button_label": "Yes", "mandatory": "true"}}}]}
            """;

    @Test
    void aFunctionHearsOfAClick() throws Exception {
        HttpServer function = function();
        String functionUrl = "http://127.0.0.1:" + function.getAddress().getPort() + "/";
        // docs: click
        Organisation organisation = Organisation.builder()
                .channel("finance")
                .function("approve", functionUrl)
                .build();
        try (Sandbox cliq = Sandbox.builder().organisation(organisation).start()) {
            post(cliq, APPROVAL);

            Click click = Click.on(cliq.messages().get(0).id(), "yes").typing("Within the plan.");
            ClickOutcome outcome = cliq.click(click.by("scott.fisher@zylker.com"));

            assertThat(outcome.shown().text()).isEqualTo("Approved.");
        }
        // end
        function.stop(0);
    }

    private static HttpServer function() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String text = body.contains("Within the plan.") ? "Approved." : "Why?";
            byte[] answer = ("{\"output\": {\"type\": \"banner\", \"status\": \"success\", \"text\": \"" + text
                            + "\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void post(Sandbox cliq, String message) throws IOException, InterruptedException {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(cliq.baseUrl() + "/api/v2/channelsbyname/finance/message"))
                                .header("Authorization", "Bearer " + Sandbox.DEFAULT_ACCESS_TOKEN)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(message))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(204);
    }
}
