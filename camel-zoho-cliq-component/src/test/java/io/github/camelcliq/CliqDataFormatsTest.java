package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelcliq.message.CliqMessage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonConstants;
import org.apache.camel.model.dataformat.JsonDataFormat;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;

/** Messages and camel-jackson in one route, with an application's own odd mapper. */
class CliqDataFormatsTest extends CliqTestSupport {

    private static final String Q4 = """
            {"text":"The Q4 marketing budget is ready for review.",\
            "card":{"title":"Q4 Budget Proposal","theme":"modern-inline"},\
            "buttons":[{"label":"Approve Budget","type":"+","key":"approve_budget_q4",\
            "action":{"type":"invoke.function","data":{"name":"approve_q4_budget","owner":"finance@zylker.com"},\
            "confirm":{"title":"Finalize","input":"Enter approval remarks","emotion":"positive",\
            "button_label":"Confirm","mandatory":"true"}}}],\
            "hint":"Please review.","amount":12.50,"big":123456789012345678901234567890}""";

    /** An application's own object. */
    public record Order(String firstName, Integer amount) {}

    private final ObjectMapper odd = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRITE_ENUMS_USING_INDEX)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.WRAP_ROOT_VALUE)
            .enable(DeserializationFeature.USE_JAVA_ARRAY_FOR_JSON_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.ALWAYS)
            .build();

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("odd", ObjectMapper.class, odd);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:unmarshal").unmarshal().json(CliqMessage.class).to("cliq:chat/x");
                from("direct:tree").unmarshal().json(JsonNode.class).to("cliq:chat/x");
                from("direct:map").unmarshal().json(Map.class).to("cliq:chat/x");
                from("direct:marshal").to("cliq:chat/x").marshal().json();
                from("direct:odd")
                        .setHeader(JacksonConstants.UNMARSHAL_TYPE, constant(CliqMessage.class.getName()))
                        .unmarshal(jackson())
                        .to("cliq:chat/x");
            }

            private JsonDataFormat jackson() {
                var format = new JsonDataFormat();
                format.setObjectMapper("#odd");
                format.setAllowUnmarshallType("true");
                return format;
            }
        };
    }

    @Test
    void aMessageIsUnmarshalledAndPostedWithoutLoss() {
        Exchange exchange = post("direct:unmarshal", Q4, Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isInstanceOf(CliqMessage.class);
        assertThat(sandbox.messages().get(0).json()).isEqualTo(Q4);
    }

    @Test
    void whatJacksonMakesOfAnApplicationsMapperIsPosted() {
        Exchange exchange = post("direct:odd", Q4, Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(posted()).isEqualTo(tree(Q4));
    }

    @Test
    void treesAndMapsOfJacksonArePosted() {
        post("direct:tree", Q4, Map.of());
        post("direct:map", Q4, Map.of());

        assertThat(sandbox.messages())
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(tree(message.json()).get("buttons")).isEqualTo(tree(Q4).get("buttons")));
    }

    @Test
    void aMessageIsMarshalledAsItIsPosted() {
        CliqMessage message =
                CliqMessage.text("Hello").recipients("1", "2").other("new", 1).build();

        Exchange exchange = post("direct:marshal", message, Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(tree(exchange.getMessage().getBody(String.class))).isEqualTo(posted());
    }

    @Test
    void aMessageConvertsToTheJsonThatIsPosted() {
        CliqMessage message = CliqMessage.text("Grüße").build();
        var converter = context().getTypeConverter();

        assertThat(converter.convertTo(String.class, message)).isEqualTo("{\"text\":\"Grüße\"}");
        assertThat(new String(converter.convertTo(byte[].class, message), StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":\"Grüße\"}");
        assertThat(converter.convertTo(InputStream.class, message)).hasContent("{\"text\":\"Grüße\"}");
        assertThat(converter.convertTo(JsonNode.class, message)).isEqualTo(json("{'text': 'Grüße'}"));
    }

    @Test
    void anApplicationsMapperStaysAsOddAsItWas() throws Exception {
        String before = odd.writeValueAsString(new Order("Scott", null));

        post("direct:odd", Q4, Map.of());
        post(CliqMessage.text("Hello").build());
        post(Map.of("text", "Hello"));

        assertThat(odd.writeValueAsString(new Order("Scott", null))).isEqualTo(before);
        assertThat(before)
                .contains("\"FirstName\" : \"Scott\"")
                .contains("\"Amount\" : null")
                .contains("\"Order\" :");
        assertThat(odd.getRegisteredModuleIds()).isEmpty();
    }

    @Test
    void anApplicationsMapperDoesNotChangeOurs() {
        post(new Order("Scott", 1), Map.of(CliqConstants.TEXT, "Hello"));
        post(Map.of("text", "Hello", "hint", "z"));

        assertThat(sandbox.messages())
                .extracting("json")
                .contains("{\"text\":\"Hello\"}", "{\"text\":\"Hello\",\"hint\":\"z\"}");
    }
}
