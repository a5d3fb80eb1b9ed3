package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Violation;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** An alert is not lost for its length where the endpoint says {@code overflow=fit}. */
class CliqFitTest extends CliqTestSupport {

    private static final String FIT = "cliq:chat/" + CHAT + "?overflow=fit";

    @Test
    void aMessageThatIsTooLongEverywhereIsPostedAndSaysWhatItLost() {
        CliqMessage.Builder alert =
                CliqMessage.text("Stack trace " + "x".repeat(20_000)).messageTopic("h".repeat(300));
        for (int i = 0; i < 7; i++) {
            alert.button(Button.labelled("Button " + i).copy("kubectl rollout undo"));
        }
        CliqMessage message = alert.build();

        Exchange exchange = post(FIT, message, Map.of());

        assertThat(exchange.getException()).isNull();
        JsonNode posted = posted();
        assertThat(posted.get("text").textValue())
                .hasSize(10_000)
                .startsWith("Stack trace x")
                .endsWith("x…");
        assertThat(posted.get("message_topic").textValue()).isEqualTo("h".repeat(254) + "…");
        assertThat(posted.get("buttons")).hasSize(5);
        assertThat(changes(exchange))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/text", "/message_topic", "/buttons");
        assertThat(exchange.getMessage().getBody()).isSameAs(message);
    }

    @Test
    void headersAndJsonAreFittedAndRemarksNameTheirPlaces() {
        Exchange exchange = post(
                FIT,
                "{\"text\": \"a\", \"card\": {\"buttons\": [{\"label\": \"An overlong button label\", \"action\":"
                        + " {\"type\": \"copy\", \"data\": {\"text\": \"x\"}}}]}}",
                Map.of(CliqConstants.CARD_TITLE, "t".repeat(201), CliqConstants.CARD_THUMBNAIL, "no picture"));

        assertThat(posted())
                .isEqualTo(json("{'text':'a','card':{'title':'" + "t".repeat(199) + "…'},'buttons':[{'label':"
                        + "'An overlong button …','action':{'type':'copy','data':{'text':'x'}}}]}"));
        assertThat(changes(exchange))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/card/title", "/card/thumbnail", "/card/buttons/0/label");
    }

    @Test
    void oneLineOfTheLogSaysWhatWasChangedAndNothingOfTheMessage() {
        try (CapturedLog log = new CapturedLog("io.github.camelcliq", Level.INFO)) {
            post(
                    FIT,
                    CliqMessage.text("secret " + "x".repeat(20_000))
                            .button(Button.labelled("Token").copy("secret".repeat(50)))
                            .build(),
                    Map.of());

            // what is doubtful about the message is logged too
            assertThat(log.lines())
                    .noneMatch(line -> line.contains("secret"))
                    .anyMatch(line -> line.contains("doubtful"));
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("fit"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line)
                                .startsWith("Message to chat/" + CHAT + " was changed to fit Cliq's limits: ")
                                .contains("/text: cut to at most 10,000 characters")
                                .contains("/buttons/0/action/data/text: button taken out: at most 200 characters")
                                .doesNotContain("secret");
                    });
        }
    }

    @Test
    void aMessageThatFitsHasNoRemarkAndLosesThatOfAnEarlierPost() {
        Exchange exchange = post(FIT, "Hello", Map.of(CliqConstants.REMARKS, List.of()));

        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(CliqConstants.REMARKS);
    }

    @Test
    void aFailedPostHasNoRemarksAndItsRedeliveryHas() throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(CliqException.class)
                        .maximumRedeliveries(1)
                        .redeliveryDelay(0)
                        .onRedelivery(
                                exchange -> assertThat(exchange.getMessage().getHeaders())
                                        .doesNotContainKey(CliqConstants.REMARKS));
                from("direct:alert").to(FIT);
            }
        });
        sandbox.answerNext(503, null, "");

        try (CapturedLog log = new CapturedLog("io.github.camelcliq", Level.INFO)) {
            Exchange exchange = post("direct:alert", "x".repeat(20_000), Map.of());

            assertThat(exchange.getException()).isNull();
            assertThat(changes(exchange)).hasSize(1);
            assertThat(log.lines()).filteredOn(line -> line.contains("fit")).hasSize(1);
        }
        assertThat(sandbox.requests()).extracting("status").containsExactly(503, 204);
    }

    @Test
    void whatIsWrongInAnotherWayIsRefusedAsItCame() {
        Exchange exchange = post(
                FIT,
                "{\"text\": \"" + "x".repeat(20_000) + "\", \"buttons\": [{\"label\": \"a\", \"action\": {\"type\":"
                        + " \"copy\", \"data\": {\"text\": \"" + "x".repeat(300) + "\"}}}, {\"label\": \"b\"}]}",
                Map.of());

        assertThat(violations(exchange))
                .extracting(Violation::pointer)
                .containsExactly("/text", "/buttons/0/action/data/text", "/buttons/1/action");
    }

    @Test
    void aMessageIsRefusedForItsLengthUnlessAsked() {
        Exchange exchange = post("x".repeat(10_001));

        assertThat(violations(exchange)).extracting(Violation::pointer).containsExactly("/text");
    }

    /** The remarks that say what was changed, and not what is doubtful. */
    private static List<Violation> changes(Exchange exchange) {
        return remarks(exchange).stream()
                .filter(remark ->
                        remark.rule().contains("cut to ") || remark.rule().contains("taken out: "))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Violation> remarks(Exchange exchange) {
        return exchange.getMessage().getHeader(CliqConstants.REMARKS, List.class);
    }
}
