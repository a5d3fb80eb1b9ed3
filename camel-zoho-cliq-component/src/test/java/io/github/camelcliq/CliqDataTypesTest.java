package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Overflow;
import io.github.camelcliq.message.Violation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A data type writes the message of body and headers into the body; another makes a CloudEvent of a click. */
class CliqDataTypesTest extends CliqTestSupport {

    private static final String CARD = "{'title':'Q4','theme':'modern-inline'}".replace('\'', '"');

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                load("to-message", "cliq:application-x-message");
                load("to-bot-message", "cliq:application-x-bot-message");
                load("to-event", "cliq:application-cloudevents");
            }

            private void load(String route, String type) throws Exception {
                String yaml = """
                        - route:
                            from:
                              uri: direct:%s
                              steps:
                                - transformDataType: { toType: "%s" }
                        """.formatted(route, type);
                PluginHelper.getRoutesLoader(getContext()).loadRoutes(ResourceHelper.fromString(route + ".yaml", yaml));
            }
        };
    }

    private Exchange transform(Object body, Map<String, Object> headers) {
        return post("direct:to-message", body, headers);
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("Disk full", Map.of()),
                Arguments.of("Disk full", Map.of("CamelCliqCardTitle", "Alert", "CamelCliqHint", "of today")),
                Arguments.of(Map.of("text", "Hello", "future", 1.10), Map.of()),
                Arguments.of(CliqMessage.text("Hello").build(), Map.of("CamelCliqCard", CARD)),
                Arguments.of(
                        new ByteArrayInputStream("{\"text\":\"Grüße\"}".getBytes(StandardCharsets.UTF_8)), Map.of()),
                Arguments.of(null, Map.of("CamelCliqText", "Hello", "CamelCliqButtons", "[]")),
                Arguments.of(List.of(4711), Map.of("CamelCliqText", "An order")));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theBodyBecomesTheJsonThatAPostOfTheSameExchangeSends(Object body, Map<String, Object> headers) {
        Exchange transformed = transform(body, headers);

        assertThat(transformed.getException()).isNull();
        String json = transformed.getMessage().getBody(String.class);
        assertThat(transformed.getMessage().getBody()).isInstanceOf(String.class);
        assertThat(transformed.getMessage().getHeaders()).containsEntry("Content-Type", "application/json");
        post(json, Map.of());
        JsonNode later = posted();
        assertThat(later).isEqualTo(tree(json));

        sandbox.reset();
        if (body instanceof ByteArrayInputStream stream) {
            stream.reset();
        }
        post(body, headers);
        assertThat(posted()).isEqualTo(later);
    }

    @Test
    void theHeadersOfTheMessageGoAndTheTargetStays() {
        Map<String, Object> headers = new LinkedHashMap<>(Map.of("CamelCliqTarget", CHAT, "orderId", "4711"));
        headers.put("CamelCliqText", "Hello");
        headers.put("CamelCliqHint", "of today");

        Exchange transformed = transform(null, headers);

        assertThat(transformed.getMessage().getHeaders())
                .containsOnly(
                        Map.entry("CamelCliqTarget", CHAT),
                        Map.entry("orderId", "4711"),
                        Map.entry("Content-Type", "application/json"));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(Map.of("text", "", "hint", "x".repeat(1000)), Map.of()),
                Arguments.of(new Object(), Map.of()),
                Arguments.of("{\"text\":", Map.of()),
                Arguments.of("Hello", Map.of("CamelCliqButtons", "[", "CamelCliqTarget", new Object())));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aViolationIsTheSameExceptionAsThatOfAPost(Object body, Map<String, Object> headers) {
        Exchange transformed = transform(body, headers);
        List<Violation> found = violations(transformed);

        assertThat(found).isEqualTo(violations(post(body, headers)));
        assertThat(transformed.getException()).hasMessageStartingWith("Message to chat breaks ");
        assertThat(transformed.getMessage().getBody()).isSameAs(body);
        assertThat(transformed.getMessage().getHeaders()).isEqualTo(headers);
    }

    @Test
    void aMessageToABotHasItsOwnRules() {
        Map<String, Object> cardAlone = Map.of("card", Map.of("title", "Q4"));

        assertThat(violations(transform(cardAlone, Map.of()))).isNotEmpty();
        Exchange transformed = post("direct:to-bot-message", cardAlone, Map.of());

        assertThat(transformed.getException()).isNull();
        assertThat(tree(transformed.getMessage().getBody(String.class))).isEqualTo(json("{'card':{'title':'Q4'}}"));
    }

    @Test
    void theOptionsOfTheComponentCount() throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            CliqConfiguration options =
                    camel.getComponent("cliq", CliqComponent.class).getConfiguration();
            options.setOverflow(Overflow.FIT);
            options.setSyncMessage(true);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:alerts").transformDataType("cliq:application-x-message");
                }
            });
            camel.start();

            Exchange transformed = camel.createProducerTemplate()
                    .send("direct:alerts", exchange -> exchange.getMessage().setBody("x".repeat(20_000)));

            assertThat(transformed.getException()).isNull();
            JsonNode message = tree(transformed.getMessage().getBody(String.class));
            assertThat(message.get("text").textValue()).hasSize(10_000).endsWith("…");
            assertThat(message.get("sync_message").booleanValue()).isTrue();
            assertThat(transformed.getMessage().getHeader("CamelCliqRemarks", List.class))
                    .hasSize(1);
        }
    }

    @Test
    void aClickBecomesACloudEvent() {
        Map<String, Object> click = Map.of(
                CliqConstants.CLICK_ID, "abc",
                CliqConstants.CALL_TYPE, "function",
                CliqConstants.FUNCTION, "approve Q4",
                CliqConstants.CHAT_ID, CHAT,
                CliqConstants.MESSAGE_TIMESTAMP, 1_700_000_000_000L);

        Exchange event = post("direct:to-event", "the call", click);

        assertThat(event.getMessage().getBody()).isEqualTo("the call");
        assertThat(event.getMessage().getHeaders())
                .containsAllEntriesOf(click)
                .containsEntry("CamelCloudEventID", "abc")
                .containsEntry("CamelCloudEventVersion", "1.0")
                .containsEntry("CamelCloudEventType", "io.github.camelcliq.call")
                .containsEntry("CamelCloudEventSource", "cliq:function/approve%20Q4")
                .containsEntry("CamelCloudEventSubject", CHAT)
                .containsEntry("CamelCloudEventTime", "2023-11-14T22:13:20Z")
                .containsEntry("Content-Type", "application/json");
    }

    @Test
    void aCallOfWhichLittleIsKnownIsACloudEventToo() {
        Exchange event = post("direct:to-event", "the call", Map.of());

        assertThat(event.getMessage().getHeaders())
                .containsEntry("CamelCloudEventID", event.getExchangeId())
                .containsEntry("CamelCloudEventSource", "cliq:call/")
                .containsKey("CamelCloudEventTime")
                .doesNotContainKey("CamelCloudEventSubject");
    }

    @Test
    void theTemplateOfTheComponentMakesTheMessage() throws Exception {
        context.getRegistry().bind("alert", "{ \"text\": \"Disk \" + .disk }");
        try (CamelContext other = new DefaultCamelContext(context.getRegistry())) {
            CliqComponent cliq = new CliqComponent();
            cliq.getConfiguration().setTemplate("ref:alert");
            other.addComponent("cliq", cliq);
            other.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:to-message").transformDataType("cliq:application-x-message");
                }
            });
            other.start();

            String json =
                    other.createProducerTemplate().requestBody("direct:to-message", Map.of("disk", 7), String.class);

            assertThat(json).isEqualTo("{\"text\":\"Disk 7\"}");
        }
    }
}
