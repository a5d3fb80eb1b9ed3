package io.github.camelcliq.examples;

import io.github.camelcliq.CliqException;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.ButtonStyle;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CardField;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** A failed CI build, as GitHub's {@code workflow_run} webhook tells it, becomes a card with three buttons. */
final class BuildRoute extends RouteBuilder {

    private final Outcomes outcomes;

    BuildRoute(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void configure() {
        onException(CliqException.class).handled(true).process(outcomes::refused);

        from("file:{{demo.events}}?fileName=ci-build-failed.json&noop=true&initialDelay=0")
                .routeId("build")
                .unmarshal()
                .json()
                .filter(simple("${body[workflow_run][conclusion]} == 'failure'"))
                .process(BuildRoute::reportFailure)
                .to("cliq:channel/builds?syncMessage=true")
                .process(outcomes::posted);
    }

    private static void reportFailure(Exchange exchange) {
        Map<?, ?> event = exchange.getMessage().getBody(Map.class);
        Map<?, ?> run = (Map<?, ?>) event.get("workflow_run");
        Map<?, ?> commit = (Map<?, ?>) run.get("head_commit");
        Map<?, ?> author = (Map<?, ?>) commit.get("author");
        Map<?, ?> repository = (Map<?, ?>) event.get("repository");
        exchange.getMessage()
                .setBody(CliqMessage.text(run.get("name") + " #" + run.get("run_number") + " of "
                                + repository.get("full_name") + " failed on " + run.get("head_branch") + ".")
                        .card(Card.modernInline("Build failed")
                                .section(
                                        "Commit",
                                        new CardField("Author", (String) author.get("name")),
                                        new CardField("Message", (String) commit.get("message"))))
                        .button(Button.labelled("Open the run").key("open").open((String) run.get("html_url")))
                        .button(Button.labelled("Run again")
                                .key("rerun")
                                .invoke("rerun_build", "builds@zylker.com")
                                .confirm(Confirmation.titled("Run the build again?")
                                        .input("Why should it pass this time?")
                                        .buttonLabel("Run again")))
                        .button(Button.labelled("Copy the commit")
                                .type(ButtonStyle.NEGATIVE)
                                .key("commit")
                                .copy((String) run.get("head_sha")))
                        .build());
    }
}
