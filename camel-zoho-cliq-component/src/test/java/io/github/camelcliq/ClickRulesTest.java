package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.internal.post.Remarks;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** A message in an answer is judged at the level of its endpoint, and doubted in the log. */
class ClickRulesTest {

    private static final String NO_OWNER = "{'text': 'Go?', 'buttons': [{'label': 'Go', 'type': '+', 'action':"
            + " {'type': 'invoke.function', 'data': {'name': 'go'}}}]}";

    @Test
    void anAnswerKeepsTheRulesOfItsEndpoint() {
        try (ClickServer server = ClickServer.with(new RouteBuilder() {
                    @Override
                    public void configure() {
                        for (String level : new String[] {"tolerant", "reference"}) {
                            from("cliq:function/" + level + "?failureText=Sorry.&rules=" + level)
                                    .setBody(constant(NO_OWNER.replace('\'', '"')));
                        }
                    }
                })
                .start()) {
            try (CapturedLog log = new CapturedLog(Remarks.class.getName(), Level.WARN)) {
                assertThat(server.click("tolerant").output().path("text").asText())
                        .isEqualTo("Go?");
                assertThat(server.click("tolerant").output().path("text").asText())
                        .isEqualTo("Go?");

                assertThat(log.lines())
                        .singleElement()
                        .asString()
                        .contains("Answer of cliq:function/tolerant is doubtful at /buttons/0/action/data/owner");
            }
            assertThat(server.click("reference").output().path("text").asText()).isEqualTo("Sorry.");
        }
    }
}
