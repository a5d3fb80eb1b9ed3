package io.github.camelcliq.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.Shown;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way round with the local Cliq: it is posted to, somebody clicks, and it shows what the route leaves. */
class ClickRoundTripTest {

    private final int port = freePort();
    private Sandbox sandbox;

    @BeforeEach
    void startCliq() {
        String url = "http://127.0.0.1:" + port + ClickServer.PATH;
        sandbox = Sandbox.builder()
                .organisation(Organisation.builder()
                        .user(new CliqUser("55622663", "Scott", "Fisher", "scott.fisher@zylker.com", true))
                        .function("approve_q4_budget", url)
                        .build())
                .start();
    }

    @AfterEach
    void stopCliq() {
        sandbox.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ClickServer.Builder server(RouteBuilder routes) {
        return ClickServer.with(routes)
                .property("camel.server.port", String.valueOf(port))
                .property("camel.main.routesIncludePattern", "classpath:webhook/propose.yaml")
                .cliq("public-key", sandbox.publicKey())
                .cliq("base-url", sandbox.baseUrl())
                .cliq("access-token", Sandbox.DEFAULT_ACCESS_TOKEN);
    }

    private ReceivedMessage propose(ClickServer server) {
        server.context().createProducerTemplate().requestBody("direct:propose", (Object) null);
        return sandbox.messages().get(0);
    }

    private static RouteBuilder route(String answer, CountDownLatch decided) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/approve_q4_budget")
                        .process(exchange -> decided.await())
                        .setBody(simple(answer));
            }
        };
    }

    @Test
    void theClickedMessageIsEditedByWhatTheRouteLeaves() {
        String edit =
                "{\"type\":\"message_edit\",\"text\":\"Approved by ${body.user.firstName}: ${header.CamelCliqInput}\"}";
        try (ClickServer server = server(route(edit, new CountDownLatch(0))).start()) {
            ReceivedMessage proposal = propose(server);

            ClickOutcome outcome =
                    sandbox.click(Click.on(proposal.id(), "approve").typing("go ahead"));

            assertThat(outcome.shown().kind()).isEqualTo(Shown.Kind.EDIT);
            assertThat(sandbox.messages().get(0).currentJson())
                    .contains("Approved by Scott")
                    .contains(": go ahead");
        }
    }

    @Test
    void anAnswerThatComesLateIsShownLate() {
        CountDownLatch decided = new CountDownLatch(1);
        try (ClickServer server = server(route("Approved after all", decided))
                .cliq("reply-timeout", "100ms")
                .start()) {
            ReceivedMessage proposal = propose(server);

            ClickOutcome outcome =
                    sandbox.click(Click.on(proposal.id(), "approve").typing("go ahead"));
            assertThat(outcome.shown().kind()).isEqualTo(Shown.Kind.BANNER);

            decided.countDown();

            await().untilAsserted(() -> assertThat(sandbox.messages())
                    .extracting(ReceivedMessage::currentJson)
                    .anyMatch(json -> json.contains("Approved after all")));
        }
    }
}
