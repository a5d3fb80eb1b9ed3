package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The README's routes: Alertmanager posts an alert, it becomes a message, and somebody presses Silence. */
class ClickSilenceTest {

    private ClickServer server;
    private Sandbox cliq;

    @BeforeEach
    void start() throws Exception {
        server = ClickServer.withoutRoutes()
                .cliq("access-token", Sandbox.DEFAULT_ACCESS_TOKEN)
                .start();
        cliq = Sandbox.builder()
                .organisation(Organisation.example()
                        .with(CliqFunction.of(
                                "silence", server.uri(ClickServer.PATH).toString())))
                .clickKeys(ClickServer.KEY.pair())
                .clickTimeout(Duration.ofMinutes(2))
                .start();
        server.context()
                .getComponent("cliq", CliqComponent.class)
                .getDefaultAccount()
                .setBaseUrl(cliq.baseUrl());
        for (String route : new String[] {"routes/alertmanager", "template/silence"}) {
            PluginHelper.getRoutesLoader(server.context())
                    .loadRoutes(ResourceHelper.resolveResource(server.context(), "classpath:" + route + ".yaml"));
        }
    }

    @AfterEach
    void stop() {
        server.close();
        cliq.close();
    }

    @Test
    void anAlertIsPostedAndSilenced() throws Exception {
        ClickServer.Answer answer = notify(TemplateTest.event("alertmanager"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(cliq.messages("operations")).hasSize(1);
        ReceivedMessage alert = cliq.messages("operations").get(0);
        JsonNode message = new ObjectMapper().readTree(alert.json());
        assertThat(message.get("text").textValue()).startsWith("*InstanceDown* is firing");
        assertThat(message.get("buttons")).hasSize(2);

        ClickOutcome outcome = cliq.click(Click.on(alert.id(), "InstanceDown").typing("{\"2\": \"hours\"}"));

        assertThat(outcome.shown().text()).isEqualTo("Scott silences InstanceDown: {\"2\": \"hours\"}");
    }

    @Test
    void alertmanagerHearsOfANotificationThatWasNotPosted() throws Exception {
        assertThat(notify("{}".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(500);
        assertThat(cliq.messages()).isEmpty();
    }

    private ClickServer.Answer notify(byte[] body) {
        return server.send(server.request("/alertmanager", body));
    }
}
