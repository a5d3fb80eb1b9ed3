package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.Shown;
import org.junit.jupiter.api.Test;

/** The example pure-xml, by the commands of its section. */
class PureXmlTest {

    @Test
    void aReleaseIsProposedAndRolledOut() throws Exception {
        try (StartedExample example = StartedExample.start("pure-xml")) {
            example.assertRefused("/releases", "[]", "no JSON", "");
            assertThat(example.curl(0).body()).isEqualTo("posted");

            assertThat(example.messages("releases")).singleElement().satisfies(proposal -> {
                assertThat(proposal.get("text").asText())
                        .isEqualTo("Web shop 7.3 is ready. Baskets keep their content for a month.");
                assertThat(proposal.at("/card/title").asText()).isEqualTo("Web shop 7.3");
            });

            String proposal = example.cliq().messages("releases").get(0).id();
            Shown shown = example.cliq()
                    .click(Click.on(proposal, "roll_out").typing("\"Dallas\", 'then' the rest"))
                    .shown();

            assertThat(shown.kind()).isEqualTo(Shown.Kind.EDIT);
            assertThat(example.messages("releases").get(0).get("text").asText())
                    .isEqualTo("Rolled out by Scott. It begins with: \"Dallas\", 'then' the rest");
            assertThat(example.messages("operations").get(0).get("text").asText())
                    .isEqualTo("scott.fisher@zylker.com has begun a rollout.");
        }
    }
}
