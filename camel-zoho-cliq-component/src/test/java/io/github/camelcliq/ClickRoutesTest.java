package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.webhook.ClickId;
import io.github.camelcliq.webhook.Clicks;
import io.github.camelcliq.webhook.FunctionCall;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which route a call reaches, and what the route gets. */
class ClickRoutesTest {

    private static volatile FunctionCall call;
    private static volatile Map<String, Object> headers;
    private static volatile ExchangePattern pattern;
    private static ClickServer server;

    @BeforeAll
    static void start() {
        server = ClickServer.with(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("cliq:function/approve")
                                .process(ClickRoutesTest::keep)
                                .setBody(constant("approve"));
                        from("cliq:function").process(ClickRoutesTest::keep).setBody(constant("the rest"));
                        from("cliq:bot/deploybot")
                                .process(ClickRoutesTest::keep)
                                .setBody(constant("deploybot"));
                        from("cliq:bot?path=/bots")
                                .process(ClickRoutesTest::keep)
                                .setBody(constant("all bots"));
                        from("cliq:function/convert")
                                .process(exchange -> exchange.getMessage()
                                        .setBody(String.join(
                                                " ",
                                                exchange.getMessage()
                                                        .getBody(Map.class)
                                                        .get("name")
                                                        .toString(),
                                                exchange.getMessage()
                                                        .getBody(JsonNode.class)
                                                        .path("type")
                                                        .asText(),
                                                exchange.getMessage()
                                                        .getBody(String.class)
                                                        .substring(0, 8),
                                                String.valueOf(
                                                        exchange.getMessage().getBody(byte[].class)[0]))));
                        from("cliq:function/simple")
                                .transform(
                                        simple(
                                                "${body.user.firstName} ${header.CamelCliqUserEmail} ${body.button.name} ${body.input}"));
                    }
                })
                .start();
    }

    private static void keep(Exchange exchange) {
        call = exchange.getMessage().getBody(FunctionCall.class);
        headers = new TreeMap<>(exchange.getMessage().getHeaders());
        pattern = exchange.getPattern();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String taker(JsonNode call) {
        return server.post(call).output().path("text").asText();
    }

    @Test
    void theExactNameComesFirstAndTheRestGoesToTheRestsRoute() {
        assertThat(taker(Clicks.sample("approve", Instant.now()))).isEqualTo("approve");
        assertThat(taker(Clicks.sample("reject", Instant.now()))).isEqualTo("the rest");
    }

    @Test
    void aBotIsFoundByItsUniqueName() {
        ObjectNode message =
                Clicks.sample("approve", Instant.now()).put("type", "bot").put("unique_name", "deploybot");
        message.remove("name");

        assertThat(taker(message)).isEqualTo("deploybot");
        assertThat(headers).containsEntry(CliqConstants.FUNCTION, "deploybot");
        assertThat(taker(message.put("unique_name", "otherbot"))).isEqualTo("the rest");
    }

    @Test
    void aRouteMayTakeAllBotsAndNoFunctions() {
        ObjectNode bot = Clicks.sample("approve", Instant.now()).put("type", "bot");
        byte[] message = Clicks.bytes(bot.put("unique_name", "anybot"));
        byte[] click = Clicks.bytes(bot.put("type", "function"));

        assertThat(send("/bots", message).output().path("text").asText()).isEqualTo("all bots");
        assertThat(send("/bots", click).status()).isEqualTo(404);
    }

    private static ClickServer.Answer send(String path, byte[] body) {
        return server.send(server.request(path, body).header("X-Cliq-Signature", ClickServer.KEY.sign(body)));
    }

    @Test
    void otherHandlersComeThroughWithTheirType() {
        ObjectNode command = Clicks.sample("weather", Instant.now()).put("type", "command");
        ((ObjectNode) command.path("params")).put("arguments", "Chennai");

        assertThat(taker(command)).isEqualTo("the rest");
        assertThat(call.type()).isEqualTo("command");
        assertThat(call.argumentsText()).isEqualTo("Chennai");

        ObjectNode preview = Clicks.sample("x", Instant.now()).put("type", "link_preview");
        preview.remove("name");
        assertThat(taker(preview)).isEqualTo("the rest");
        assertThat(headers).doesNotContainKey(CliqConstants.FUNCTION);
    }

    @Test
    void theRouteGetsTheCallAndHeadersToBranchOn() {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        ObjectNode click = Clicks.sample("approve", now);
        ((ObjectNode) click.at("/params/target")).put("key", "yes").put("input", "go ahead");
        ((ObjectNode) click.at("/params/message")).put("id", "1599387839188_229293271789");

        server.post(click);

        assertThat(call.timestamp()).isEqualTo(now);
        assertThat(pattern).isEqualTo(ExchangePattern.InOut);
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(
                                CliqConstants.CLICK_ID,
                                ClickId.of(Clicks.bytes(click)).value()),
                        Map.entry(CliqConstants.CALL_TYPE, "function"),
                        Map.entry(CliqConstants.FUNCTION, "approve"),
                        Map.entry(CliqConstants.HANDLER, "button_handler"),
                        Map.entry(CliqConstants.BUTTON_KEY, "yes"),
                        Map.entry(CliqConstants.INPUT, "go ahead"),
                        Map.entry(CliqConstants.USER_ID, "123456"),
                        Map.entry(CliqConstants.USER_EMAIL, "scott.fisher@zylker.com"),
                        Map.entry(CliqConstants.CHAT_ID, "CT_2243226337559778047_661211447-B2"),
                        Map.entry(CliqConstants.CLICKED_MESSAGE_ID, "1599387839188_229293271789"),
                        Map.entry(CliqConstants.MESSAGE_TIMESTAMP, now.toEpochMilli())));
    }

    @Test
    void nothingOfTheRequestBecomesAHeaderOfTheRoute() {
        byte[] body = Clicks.bytes(Clicks.sample("approve", Instant.now()));

        server.send(server.request(
                        ClickServer.PATH + "?name=evil&CamelCliqFunction=evil&CamelCliqTarget=evil&subject=evil", body)
                .header("X-Cliq-Signature", ClickServer.KEY.sign(body))
                .header("CamelCliqUserEmail", "evil@example.com")
                .header("X-Evil", "evil"));

        assertThat(headers).containsEntry(CliqConstants.FUNCTION, "approve");
        assertThat(headers.toString()).doesNotContain("evil");
        assertThat(headers.keySet())
                .allMatch(name -> name.startsWith("CamelCliq") || name.equals("CamelMessageTimestamp"));
    }

    @Test
    void aCallWithEveryOptionalPartMissingArrives() {
        ObjectNode bare = Clicks.sample().objectNode();

        assertThat(taker(bare.put("name", "approve")
                        .put("timestamp", Instant.now().toEpochMilli())))
                .isEqualTo("approve");
        assertThat(call.user().email()).isNull();
        assertThat(headers)
                .containsOnlyKeys(CliqConstants.CLICK_ID, CliqConstants.FUNCTION, CliqConstants.MESSAGE_TIMESTAMP);
    }

    @Test
    void numbersAsTextsTwoHundredMembersAndUnknownFieldsArrive() {
        ObjectNode click =
                Clicks.sample("approve", Instant.now()).put("timestamp", String.valueOf(System.currentTimeMillis()));
        click.putObject("handler").put("type", "gaze_handler");
        click.put("colour", "green");
        ArrayNode members = ((ObjectNode) click.at("/params/chat")).putArray("members");
        for (int i = 0; i < 200; i++) {
            members.addObject().put("id", i);
        }

        assertThat(taker(click)).isEqualTo("approve");
        assertThat(call.chat().members()).hasSize(200);
        assertThat(call.handler().type()).isEqualTo("gaze_handler");
        assertThat(call.tree().path("colour").asText()).isEqualTo("green");
    }

    @Test
    void aCallConvertsToMapTreeTextAndBytes() {
        assertThat(server.click("convert").output().path("text").asText()).isEqualTo("convert function {\"name\": 123");
    }

    @Test
    void simpleReadsACallWithoutFurtherAdo() {
        assertThat(server.click("simple").output().path("text").asText())
                .isEqualTo("Scott scott.fisher@zylker.com button_name ");
    }
}
