package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static io.github.camelcliq.sandbox.Sample.CONFIRM;
import static io.github.camelcliq.sandbox.Sample.FUNCTION_DATA;
import static io.github.camelcliq.sandbox.Sample.action;
import static io.github.camelcliq.sandbox.Sample.button;
import static io.github.camelcliq.sandbox.Sample.buttonThat;
import static io.github.camelcliq.sandbox.Sample.buttons;
import static io.github.camelcliq.sandbox.Sample.card;
import static io.github.camelcliq.sandbox.Sample.confirm;
import static io.github.camelcliq.sandbox.Sample.instant;
import static io.github.camelcliq.sandbox.Sample.message;
import static io.github.camelcliq.sandbox.Sample.slide;
import static io.github.camelcliq.sandbox.Sample.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.ClickStatus;
import io.github.camelcliq.sandbox.judging.Fidelity;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LiveFidelityTest {

    private static final String ROW = "'headers': ['a'], 'rows': [{'a': '1'}]";

    private static Sandbox reference;
    private static Sandbox live;

    @BeforeAll
    static void start() {
        reference = Sandbox.builder().start();
        live = Sandbox.builder().fidelity(Fidelity.LIVE).start();
    }

    @AfterAll
    static void stop() {
        reference.close();
        live.close();
    }

    static Stream<Arguments> extraKeys() {
        return Stream.of(
                arguments("/colour", message("'colour': null")),
                arguments("/Text", message("'Text': 'x'")),
                arguments("/user_ids", message("'user_ids': '1'")),
                arguments("/bot/id", message("'bot': {'id': 1}")),
                arguments("/styles/x", message("'styles': {'x': 1}")),
                arguments("/card/buttons", card("'buttons': " + times(1, button()))),
                arguments("/card/icon", card("'icon': ''")),
                arguments("/card/sections/0/x", card("'sections': [{'x': 1}]")),
                arguments(
                        "/card/sections/0/fields/0/x",
                        card("'sections': [{'fields': [{'title': 't', 'value': 'v', 'x': 1}]}]")),
                arguments(
                        "/card/options/0/x",
                        card("'theme': 'poll', 'title': 'T', 'options': [{'text': 'a', 'x': 1}, {'text': 'b'}]")),
                arguments("/buttons/0/a~1b~0", buttons(button("'a/b~': 1"))),
                arguments("/buttons/0/action/x", buttonThat(action("copy", "{'text': 'x'}, 'x': 1"))),
                arguments("/buttons/0/action/data/web", buttonThat(action("copy", "{'text': 'x', 'web': 'x'}"))),
                arguments(
                        "/buttons/0/action/data/x",
                        buttonThat(action("invoke.function", "{'name': 'f', 'owner': 'o', 'x': 1}"))),
                arguments(
                        "/buttons/0/action/data/ios",
                        buttonThat(action("open.url", "{'web': 'tel:1', 'ios': 'tel:1'}"))),
                arguments(
                        "/buttons/0/action/data/x", buttonThat(action("preview.url", "{'url': 'https://x', 'x': 1}"))),
                arguments(
                        "/buttons/0/action/data/x",
                        buttonThat(action("system.api", "{'api': 'locationpermission', 'x': 1}"))),
                arguments("/buttons/0/action/confirm/x", confirm(CONFIRM, "'x': 1")),
                arguments(
                        "/buttons/0/action/confirm/input/x",
                        confirm("'title': 't', 'button_label': 'b', 'input': {'type': 'user_webhook_token', 'x': 1}")),
                arguments(
                        "/references/k/object/x",
                        instant("{'label': 'l', 'x': 1, 'action': " + action("copy", "{'text': 'x'}") + "}")),
                arguments(
                        "/references/k/object/action/x",
                        instant("{'label': 'l', 'action': " + action("copy", "{'text': 'x'}, 'x': 1") + "}")),
                arguments("/slides/0/x", slide("text", "'x'", "'x': 1")),
                arguments("/slides/0/styles/x", slide("text", "'x'", "'styles': {'x': 1}")),
                arguments("/slides/0/styles/x", slide("list", "['x']", "'styles': {'x': 1}")),
                arguments("/slides/0/styles/x", slide("label", "[{'a': 'b'}]", "'styles': {'x': 1}")),
                arguments("/slides/0/styles/x", slide("images", "['https://x']", "'styles': {'x': 1}")),
                arguments(
                        "/slides/0/styles/x",
                        slide(
                                "graph",
                                "[{'category': 'c', 'values': [{'label': 'l', 'value': 1}]}]",
                                "'styles': {'x': 1}")),
                arguments("/slides/0/data/x", slide("table", "{" + ROW + ", 'x': 1}")),
                arguments("/slides/0/data/styles/x", slide("table", "{" + ROW + ", 'styles': {'x': 1}}")),
                arguments(
                        "/slides/0/styles/sticky/x", slide("table", "{" + ROW + "}", "'styles': {'sticky': {'x': 1}}")),
                arguments("/slides/0/data/0/x", slide("percentage_chart", "[{'label': 'l', 'value': 1, 'x': 1}]")),
                arguments(
                        "/slides/0/styles/x_axis",
                        slide("percentage_chart", "[{'label': 'l', 'value': 1}]", "'styles': {'x_axis': ''}")),
                arguments(
                        "/slides/0/data/0/x",
                        slide("graph", "[{'category': 'c', 'values': [{'label': 'l', 'value': 1}], 'x': 1}]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("extraKeys")
    void aKeyThatALiveCliqDoesNotTakeIsRefusedByNameAndPassesByTheReference(String pointer, String message) {
        assertThat(new Caller(reference).post(Caller.CHAT, json(message)).statusCode())
                .isEqualTo(204);

        HttpResponse<String> answer = new Caller(live).post(Caller.CHAT, json(message));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\"code\":\"extra_key_found\",\"message\":\"" + pointer + ": is not a key");
    }

    @Test
    void keysThatAreDataAreNoExtraKeys() {
        Caller caller = new Caller(live);

        assertThat(caller.complaintsAbout(
                        Caller.CHAT,
                        json(instant("{'label': 'l', 'arguments': {'any': {'thing': 1}}, 'action': "
                                + action("invoke.function", FUNCTION_DATA) + "}"))))
                .isEmpty();
        assertThat(caller.complaintsAbout(Caller.CHAT, json(slide("label", "[{'any': 'thing'}]"))))
                .isEmpty();
        assertThat(caller.complaintsAbout(
                        Caller.CHAT, json(slide("table", "{'headers': ['any'], 'rows': [{'any': 'thing'}]}"))))
                .isEmpty();
        assertThat(caller.complaintsAbout(Caller.CHAT, json(message("'userids': '1'", "'user_ids': null"))))
                .isEmpty();
    }

    @Test
    void aFunctionsAnswerIsJudgedAlike() {
        String extra = "{'output': {'type': 'banner', 'status': 'success', 'text': 'x', 'colour': 'red'}}";
        try (FunctionServer function = new FunctionServer()) {
            function.answers(extra);

            assertThat(outcomeOf(Fidelity.REFERENCE, function).status()).isEqualTo(ClickStatus.SHOWN);
            assertThat(outcomeOf(Fidelity.LIVE, function).error())
                    .contains("/output/colour: is not a key that Cliq knows");
        }
    }

    private static ClickOutcome outcomeOf(Fidelity fidelity, FunctionServer function) {
        Organisation organisation = Organisation.builder()
                .function("approve", function.url("/approve"))
                .build();
        try (Sandbox sandbox =
                ClickSetting.with(organisation).fidelity(fidelity).start()) {
            new Caller(sandbox).post(ClickSetting.CHANNEL, ClickSetting.PLAIN);
            return sandbox.click(Click.on(sandbox.messages().get(0).id(), "k"));
        }
    }

    @Test
    void whatTheReferenceShowsIsTakenByBoth() {
        assertThat(new Caller(live).complaintsAbout(Caller.CHAT, Sample.Q4_BUDGET))
                .isEmpty();
        assertThat(new Caller(live).complaintsAbout(Caller.BOT, json("{'card': {'title': 'T'}}")))
                .isEmpty();
    }

    @Test
    void otherFaultsHaveTheOtherCode() {
        HttpResponse<String> answer = new Caller(live).post(Caller.CHAT, json("{'text': 5}"));

        assertThat(answer.body())
                .isEqualTo(
                        json("{'code':'input_pattern_mismatch','message':'/text: integer found, string expected.'}"));
    }
}
