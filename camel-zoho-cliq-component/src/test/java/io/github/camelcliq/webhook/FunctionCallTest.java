package io.github.camelcliq.webhook;

import static io.github.camelcliq.webhook.Clicks.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Cliq sends, and what a route gets of it. */
class FunctionCallTest {

    @Test
    void theSampleArrivesTyped() throws JsonProcessingException {
        FunctionCall call = FunctionCall.parse(Clicks.sampleBytes());

        assertThat(call.type()).isEqualTo("function");
        assertThat(call.name()).isEqualTo("approve_q4_budget");
        assertThat(call.handler().type()).isEqualTo("button_handler");
        assertThat(call.timestamp()).isEqualTo(Instant.ofEpochMilli(1569520690703L));
        assertThat(call.tree().path("response_url").asText())
                .isEqualTo("https://cliq.zoho.com/v2/extensions/2980/responses/17202823900615741410013820");
        assertThat(call.event()).isEqualTo("click");
        assertThat(call.button()).isEqualTo(new FunctionCall.ClickedButton(null, "button_name", "button_hint"));
        assertThat(call.environment())
                .isEqualTo(new FunctionCall.Environment(".com", "US", "https://cliq.zoho.com/company/123456456"));
        assertThat(call.access())
                .isEqualTo(new FunctionCall.Access(
                        "130720038",
                        "130720038",
                        "CT_2243226337559778047_661211447-B2",
                        "123456456",
                        "company",
                        "Mozilla/5.0"));
        assertThat(call.arguments()).isEmpty();
        assertThat(call.argumentsText()).isNull();
        assertThat(call.input()).isNull();
    }

    @Test
    void theSamplesPersonChatAndMessageArriveTyped() throws JsonProcessingException {
        FunctionCall call = FunctionCall.parse(Clicks.sampleBytes());

        assertThat(call.user())
                .isEqualTo(new FunctionCall.Person(
                        "123456",
                        "130720038",
                        "scott.fisher@zylker.com",
                        "Scott",
                        "Fisher",
                        true,
                        "en",
                        "Asia/Calcutta",
                        "us",
                        "123456456",
                        null));
        assertThat(call.user().displayName()).isEqualTo("Scott Fisher");
        assertThat(call.chat().id()).isEqualTo("CD_1256246524399772951_1741337");
        assertThat(call.chat().type()).isEqualTo("channel");
        assertThat(call.chat().members()).singleElement().satisfies(member -> {
            assertThat(member.id()).isEqualTo("123456");
            assertThat(member.status()).isEqualTo("0");
        });
        assertThat(call.message().text()).isEqualTo("Here is your button");
        assertThat(call.message().time()).isEqualTo(Instant.ofEpochMilli(1493707283711L));
        assertThat(call.message().read()).isFalse();
        assertThat(call.message().sender().lastName()).isEqualTo("Fisher");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'params': {}}", "{'params': null}", "[]", "5", "'text'", "null", "true"})
    void whatIsMissingIsMissingAndNoError(String json) {
        JsonNode tree = json(json);

        FunctionCall call = FunctionCall.of(tree);

        assertThat(call.name()).isNull();
        assertThat(call.timestamp()).isNull();
        assertThat(call.user().email()).isNull();
        assertThat(call.user().displayName()).isEmpty();
        assertThat(call.chat().members()).isEmpty();
        assertThat(call.message().sender().id()).isNull();
        assertThat(call.chatId()).isNull();
        assertThat(call.userId()).isNull();
        assertThat(call.arguments()).isEmpty();
        assertThat(call.tree()).isEqualTo(tree);
    }

    @Test
    void jacksonWritesACallAsItCame() throws JsonProcessingException {
        JsonNode click = Clicks.sample();

        assertThat(new ObjectMapper().writeValueAsString(FunctionCall.of(click)))
                .isEqualTo(click.toString());
    }

    @Test
    void aTreeThatIsNotThereIsAnEmptyCall() {
        assertThat(FunctionCall.of(null).tree()).isEqualTo(NullNode.getInstance());
    }

    @Test
    void numbersMayBeTextsAndTextsNumbers() {
        FunctionCall call = FunctionCall.of(json("{'name': 7, 'timestamp': '1569520690703', 'params': {"
                + "'user': {'id': 123456, 'admin': 'true'}, 'message': {'id': 1599387839188, 'time': 1493707283711},"
                + "'access': {'user_id': 130720038}}}"));

        assertThat(call.name()).isEqualTo("7");
        assertThat(call.timestamp()).isEqualTo(Instant.ofEpochMilli(1569520690703L));
        assertThat(call.user().id()).isEqualTo("123456");
        assertThat(call.user().admin()).isTrue();
        assertThat(call.message().id()).isEqualTo("1599387839188");
        assertThat(call.message().time()).isEqualTo(Instant.ofEpochMilli(1493707283711L));
        assertThat(call.access().userId()).isEqualTo("130720038");
    }

    @Test
    void twoHundredMembersAreNoTrouble() throws JsonProcessingException {
        ObjectNode click = Clicks.sample();
        ArrayNode members = ((ObjectNode) click.at("/params/chat")).putArray("members");
        for (int i = 0; i < 200; i++) {
            members.addObject().put("id", i).put("email", i + "@zylker.com");
        }

        FunctionCall call = FunctionCall.parse(Clicks.bytes(click));

        assertThat(call.chat().members()).hasSize(200);
        assertThat(call.chat().members().get(199).email()).isEqualTo("199@zylker.com");
    }

    @Test
    void aHandlerNobodyKnowsComesThroughWithItsFields() {
        FunctionCall call =
                FunctionCall.of(json("{'type': 'hologram', 'name': 'n', 'handler': {'type': 'gaze_handler'},"
                        + " 'colour': 'green', 'params': {'arguments': {'depth': 1.50, 'more': [1, {'a': null}]}}}"));

        assertThat(call.type()).isEqualTo("hologram");
        assertThat(call.handler().type()).isEqualTo("gaze_handler");
        assertThat(call.arguments()).containsOnlyKeys("depth", "more");
        assertThat(call.tree().path("colour").asText()).isEqualTo("green");
    }

    @Test
    void aBotsMessageHandlerHasTheMessageAsAText() {
        FunctionCall call = FunctionCall.of(json("{'type': 'bot', 'unique_name': 'deploybot', 'sub_action': 'message',"
                + " 'handler': {'type': 'message_handler', 'name': 'Message Handler'},"
                + " 'params': {'message': 'deploy it', 'arguments': 'it'}}"));

        assertThat(call.isBot()).isTrue();
        assertThat(call.uniqueName()).isEqualTo("deploybot");
        assertThat(call.subAction()).isEqualTo("message");
        assertThat(call.handler().name()).isEqualTo("Message Handler");
        assertThat(call.message().text()).isEqualTo("deploy it");
        assertThat(call.argumentsText()).isEqualTo("it");
        assertThat(call.arguments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'params': {'target': {'input': 'go'}, 'arguments': {'input': 'no'}}} | go",
                "{'params': {'arguments': {'input': 'go'}}} | go",
                "{'params': {'arguments': {'input': {'token': 'go'}}}} | go",
                "{'params': {'arguments': {'input': {'value': 'go'}}}} | go",
                "{'params': {'arguments': {'input': {'text': 'go'}}}} | go",
                "{'params': {'arguments': {'input': 500000}}} | 500000",
                "{'params': {'arguments': {'input': ['go']}}} |",
                "{'params': {'arguments': 'go'}} |"
            })
    void whatWasTypedIsFoundWhereverItIs(String json, String typed) {
        assertThat(FunctionCall.of(json(json)).input()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'name': 'approve', 'label': 'Approve'} | approve",
                "{'label': 'Approve', 'id': 'tab'} | Approve",
                "{'id': 'tab'} |"
            })
    void aButtonOfAWidgetOrLinkPreviewHasALabelInPlaceOfItsName(String target, String name) {
        FunctionCall call = FunctionCall.of(
                json("{'type': 'widget', 'handler': {'type': 'widget_button_handler'}, 'params': {'target': " + target
                        + "}}"));

        assertThat(call.button().name()).isEqualTo(name);
        assertThat(call.field()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"form_change_handler", "form_dynamic_select_handler", "form_values_handler"})
    void aFieldThatChangedIsNoButton(String handler) {
        FunctionCall call = FunctionCall.of(json("{'type': 'function', 'handler': {'type': '" + handler
                + "'}, 'params': {'target': {'name': 'asset', 'query': 'pix'}}}"));

        assertThat(call.field()).isEqualTo("asset");
        assertThat(call.button()).isEqualTo(new FunctionCall.ClickedButton(null, null, null));
    }

    @Test
    void aFormsValuesAreTyped() {
        FunctionCall call = FunctionCall.of(json("{'handler': {'type': 'form_submit_handler'}, 'params': {'form': {"
                + "'name': 'asset', 'values': {'username': 'Scott', 'count': 12, 'urgent': true, 'none': null,"
                + " 'type': {'label': 'Mobile phone', 'value': 'mobile'}, 'days': ['mon', 'tue']}}}}"));

        assertThat(call.form().name()).isEqualTo("asset");
        assertThat(call.form().values())
                .containsEntry("username", "Scott")
                .containsEntry("type", Map.of("label", "Mobile phone", "value", "mobile"))
                .containsEntry("days", List.of("mon", "tue"));
        assertThat(call.form().text("username")).isEqualTo("Scott");
        assertThat(call.form().text("count")).isEqualTo("12");
        assertThat(call.form().text("urgent")).isEqualTo("true");
        assertThat(call.form().text("type")).isEqualTo("mobile");
        assertThat(call.form().text("none")).isNull();
        assertThat(call.form().text("days")).isNull();
        assertThat(call.form().text("other")).isNull();
        assertThatThrownBy(() -> call.form().values().put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'params': {'form': 'asset'}}", "{'params': {'form': {'values': []}}}"})
    void aFormThatIsNotThereIsEmpty(String json) {
        FunctionCall call = FunctionCall.of(json(json));

        assertThat(call.form().name()).isNull();
        assertThat(call.form().values()).isEmpty();
    }

    @Test
    void theTimeOfABotsMessageIsInItsDetails() {
        Instant time = Instant.ofEpochMilli(1493707283711L);

        assertThat(FunctionCall.of(json(
                                "{'params': {'message': 'deploy it', 'message_details': {'time': 1493707283711}}}"))
                        .message())
                .returns("deploy it", FunctionCall.ClickedMessage::text)
                .returns(time, FunctionCall.ClickedMessage::time);
        assertThat(FunctionCall.of(json("{'params': {'message': {}, 'message_details': {'time': '1493707283711'}}}"))
                        .message()
                        .time())
                .isEqualTo(time);
        assertThat(FunctionCall.of(json("{'params': {'message': {'time': 5}, 'message_details': {'time': 6}}}"))
                        .message()
                        .time())
                .isEqualTo(Instant.ofEpochMilli(5));
    }

    @Test
    void aHandlerMayBeAPlainText() {
        FunctionCall call =
                FunctionCall.of(json("{'handler': 'form_change_handler', 'params': {'target': {'name': 'asset'}}}"));

        assertThat(call.handler().type()).isEqualTo("form_change_handler");
        assertThat(call.field()).isEqualTo("asset");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'params': {'target': {'key': 'yes'}}} | yes",
                "{'params': {'arguments': {'key': 'yes'}}} | yes",
                "{'params': {'arguments': {'key': 'yes'}, 'target': {'key': 'no'}}} | yes"
            })
    void theButtonsKeyIsFoundInEitherPlace(String json, String key) {
        assertThat(FunctionCall.of(json(json)).button().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1", "'12x'", "''", "999999999999999999999999", "{}", "1.5"})
    void atimestampThatIsNoneOrOldIsNoError(String timestamp) {
        Instant time = FunctionCall.of(json("{'timestamp': " + timestamp + "}")).timestamp();

        assertThat(time).isIn(null, Instant.ofEpochMilli(-1));
    }

    @Test
    void theIdsForPostsAreThoseOfTheFormThatPostsTake() {
        FunctionCall sample = FunctionCall.of(Clicks.sample());

        assertThat(sample.chatId()).isEqualTo("CT_2243226337559778047_661211447-B2");
        assertThat(sample.userId()).isEqualTo("123456");
    }

    @Test
    void nobodyChangesACallAfterwards() {
        ObjectNode tree = Clicks.sample();
        FunctionCall call = FunctionCall.of(tree);

        tree.removeAll();
        ((ObjectNode) call.tree()).removeAll();

        assertThat(call.tree()).isEqualTo(Clicks.sample());
        assertThatThrownBy(() -> call.arguments().put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void logsShowWhatIsCalledAndNothingThatPeopleWrote() {
        assertThat(FunctionCall.of(Clicks.sample())).hasToString("FunctionCall[function approve_q4_budget]");
    }

    @Test
    void brokenJsonIsSaidWithoutQuotingIt() {
        byte[] sample = Clicks.sampleBytes();

        assertThatThrownBy(() -> FunctionCall.parse(Arrays.copyOf(sample, 400)))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageNotContaining("approve");
        assertThatThrownBy(() -> FunctionCall.parse(new byte[0])).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> FunctionCall.parse("{} {}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonProcessingException.class);
    }

    static List<String> tooMuch() {
        return List.of(
                "{\"a\": " + "[".repeat(64) + "]".repeat(64) + "}",
                "[" + "{},".repeat(10_000) + "{}]",
                "{\"" + "a".repeat(1_001) + "\": 1}",
                "{\"a\": \"" + "a".repeat(100_001) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void whatWouldTakeMuchMemoryIsNotRead(String body) {
        assertThatThrownBy(() -> FunctionCall.parse(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageStartingWith("JSON with too many values, levels or characters")
                .hasMessageNotContaining("aa");
    }

    @Test
    void aThousandMembersAreNotTooMuch() throws JsonProcessingException {
        ObjectNode click = Clicks.sample();
        ArrayNode members = ((ObjectNode) click.at("/params/chat")).putArray("members");
        for (int i = 0; i < 1_000; i++) {
            members.addObject()
                    .put("id", i)
                    .put("first_name", "Scott")
                    .put("last_name", "Fisher")
                    .put("email", i + "@zylker.com")
                    .put("status", "0");
        }

        assertThat(FunctionCall.parse(Clicks.bytes(click)).chat().members()).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"approve\", \"name\": \"reject\"}",
                "{\"timestamp\": 1, \"time\\u0073tamp\": 2}",
                "{\"params\": {\"arguments\": {\"key\": \"yes\", \"key\": \"no\"}}}"
            })
    void aFieldThatStandsTwiceHasNoMeaning(String body) {
        assertThatThrownBy(() -> FunctionCall.parse(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessage("broken JSON: a duplicate field");
    }

    @Test
    void anInstantButtonsArgumentsArePlainValues() {
        FunctionCall call =
                FunctionCall.of(json("{'params': {'arguments': {'order': 'A-7', 'lines': [1, 2], 'ok': true}}}"));

        assertThat(call.arguments()).isEqualTo(Map.of("order", "A-7", "lines", List.of(1, 2), "ok", true));
    }
}
