package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** When headers come and go around a post. */
class CliqHeaderLifeTest extends CliqTestSupport {

    private static final Map<String, Object> MESSAGE = Map.of(
            CliqConstants.TEXT, "Hello",
            CliqConstants.CARD_TITLE, "Card",
            CliqConstants.CARD_THEME, "modern-inline",
            CliqConstants.HINT, "hint",
            CliqConstants.TARGET, CHAT);

    @Test
    void whatWasPostedIsTakenOffSoThatALaterStepDoesNotPostItAgain() {
        Exchange exchange = post("cliq:chat", "body", with("MyHeader", "mine"));

        assertThat(exchange.getMessage().getHeaders())
                .containsOnlyKeys("MyHeader", CliqConstants.STATUS)
                .containsEntry(CliqConstants.STATUS, 204);
        assertThat(exchange.getMessage().getBody()).isEqualTo("body");
    }

    @Test
    void afterAFailedPostEverythingIsThereForTheDeadLetter() {
        sandbox.answerNext(403, "application/json", "{\"message\": \"no\"}");

        Exchange exchange = post("cliq:chat", "body", MESSAGE);

        assertThat(exchange.getException()).isInstanceOf(CliqRejectedException.class);
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(MESSAGE);
    }

    @Test
    void afterARefusedMessageEverythingIsThereForTheDeadLetter() {
        Map<String, Object> broken = with(CliqConstants.BUTTONS, "[");

        Exchange exchange = post("cliq:chat", "body", broken);

        assertThat(exchange.getException()).isInstanceOf(CliqInvalidMessageException.class);
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(broken);
    }

    @Test
    void aRedeliveryPostsTheHeadersAgain() throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler()
                        .maximumRedeliveries(2)
                        .redeliveryDelay(10)
                        .asyncDelayedRedelivery());
                from("direct:alert").to("cliq:chat");
            }
        });
        sandbox.answerNext(503, null, "");
        sandbox.answerNext(500, null, "");

        Exchange exchange = post("direct:alert", "body", MESSAGE);

        assertThat(exchange.getException()).isNull();
        assertThat(sandbox.requests()).extracting("status").containsExactly(503, 500, 204);
        assertThat(sandbox.requests())
                .extracting("body")
                .containsOnly(sandbox.messages().get(0).json());
        assertThat(posted())
                .isEqualTo(
                        json("{'text': 'Hello', 'card': {'title': 'Card', 'theme': 'modern-inline'}, 'hint': 'hint'}"));
    }

    @Test
    void theReceiptOfAnEarlierPostIsForgotten() throws Exception {
        Map<String, Object> stale = with(CliqConstants.MESSAGE_ID, "old");
        stale.put(CliqConstants.MESSAGE_DETAILS, Map.of());
        stale.put(CliqConstants.STATUS, 200);
        stale.put(Exchange.REDELIVERY_DELAY, 30_000L);
        sandbox.answerNext(403, null, "");

        for (int attempt = 1; attempt <= 2; attempt++) {
            Exchange exchange = post("cliq:chat", "body", stale);

            assertThat(exchange.getMessage().getHeaders())
                    .doesNotContainKeys(
                            CliqConstants.MESSAGE_ID, CliqConstants.MESSAGE_DETAILS, Exchange.REDELIVERY_DELAY)
                    .doesNotContainEntry(CliqConstants.STATUS, 200);
        }
        assertThat(sandbox.requests()).extracting("status").containsExactly(403, 204);
    }

    @Test
    void theReceiptOfAnEarlierPostIsForgottenEvenWhereTheMessageIsRefused() {
        Exchange exchange = post("cliq:chat/x", "", with(CliqConstants.TEXT, "", CliqConstants.MESSAGE_ID, "old"));

        assertThat(exchange.getException()).isInstanceOf(CliqInvalidMessageException.class);
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(CliqConstants.MESSAGE_ID);
    }

    @Test
    void inOnlyAndInOutExchangesKeepTheirBody() throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in-out").to("cliq:chat/x").setBody(simple("after ${body}"));
            }
        });

        Object reply = template().requestBody("direct:in-out", "Hello");

        assertThat(reply).isEqualTo("after Hello");
    }

    private static Map<String, Object> with(Object... more) {
        Map<String, Object> headers = new HashMap<>(MESSAGE);
        for (int i = 0; i < more.length; i += 2) {
            headers.put((String) more[i], more[i + 1]);
        }
        return headers;
    }
}
