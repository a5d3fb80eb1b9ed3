package io.github.camelcliq.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.Shown;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

/** An application below a context path: clicks come in below it, and the log shows no secret. */
@SpringBootTest(
        webEnvironment = RANDOM_PORT,
        properties = {
            "server.servlet.context-path=/finance",
            "camel.component.cliq.verification=SIGNATURE",
            "camel.component.cliq.shared-secret=not-to-be-seen",
            "logging.level.io.github.camelcliq=DEBUG"
        })
@Import(LocalCliq.class)
@ExtendWith(OutputCaptureExtension.class)
class ContextPathTest {

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private LocalCliq cliq;

    @Autowired
    private CamelContext camel;

    @Autowired
    private ServerProperties server;

    @Test
    void theTestsAddNoRouteToThoseOfTheApplication() {
        assertThat(camel.getRoutes()).extracting(Route::getRouteId).containsExactlyInAnyOrder("propose", "approve");
    }

    @Test
    void onlyThisMachineReachesTheServer() {
        assertThat(server.getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void aClickComesInBelowTheContextPath(CapturedOutput log) throws Exception {
        assertThat(cliq.url()).endsWith("/finance/cliq/functions");
        cliq.post("budget-proposed.json", "/budgets");
        ReceivedMessage proposal = sandbox.messages().get(0);

        Shown shown = sandbox.click(Click.on(proposal.id(), "approve_budget_q4").typing("Fine."))
                .shown();

        assertThat(shown.kind()).isEqualTo(Shown.Kind.EDIT);
        assertThat(log).contains("Started approve").doesNotContain(Sandbox.DEFAULT_ACCESS_TOKEN, "not-to-be-seen");
    }
}
