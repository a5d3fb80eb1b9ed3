package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.ClickStatus;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clicks over HTTP, those of which nothing leaves, and those that cannot be. */
class ClickRefusalTest {

    private static final String CONFIRMED = ClickSetting.PLAIN.replace(
            "\"a@x.com\"}",
            json("'a@x.com'}, 'confirm': {'title': 'Sure?', 'input': 'Why?', 'button_label': 'Yes', "
                    + "'mandatory': 'true'}"));

    private ClickSetting setting;
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        setting = new ClickSetting();
        sandbox = setting.sandbox;
    }

    @AfterEach
    void stop() {
        setting.close();
    }

    @Test
    void aClickIsGivenAndShownOverHttp() {
        setting.function.answers("{'output': {'type': 'banner', 'status': 'success', 'text': 'Saved'}}");
        String id = setting.post(CONFIRMED);

        HttpResponse<String> answer =
                click("{'message': '" + id + "', 'button': 'k', 'user': '55622671', 'input': 'Fits.', 'token': false}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode outcome = Caller.tree(answer);
        assertThat(outcome.path("id").textValue()).isEqualTo("click-1");
        assertThat(outcome.path("message").textValue()).isEqualTo(id);
        assertThat(outcome.path("button").textValue()).isEqualTo("k");
        assertThat(outcome.path("user").textValue()).isEqualTo("55622671");
        assertThat(outcome.path("action").textValue()).isEqualTo("invoke.function");
        assertThat(outcome.path("status").textValue()).isEqualTo("shown");
        assertThat(outcome.at("/request/url").textValue()).isEqualTo(setting.function.url("/approve?***"));
        assertThat(outcome.at("/request/headers/X-Cliq-Signature").textValue())
                .isEqualTo(setting.function.only().signature());
        assertThat(outcome.at("/request/body").textValue()).contains("Fits.");
        assertThat(outcome.at("/answer/status").intValue()).isEqualTo(200);
        assertThat(outcome.at("/shown/kind").textValue()).isEqualTo("banner");
        assertThat(outcome.at("/shown/text").textValue()).isEqualTo("Saved");
        assertThat(outcome.at("/shown/json/status").textValue()).isEqualTo("success");
        assertThat(outcome.has("error")).isFalse();
        assertThat(Caller.tree(setting.caller.get("/sandbox/messages")).at("/0/clicks/0"))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", 'input': ''", ", 'input': '  '", ", 'input': null"})
    void aMandatoryInputLeftEmptyDeliversNothing(String input) {
        String id = setting.post(CONFIRMED);

        HttpResponse<String> answer = click("{'message': '" + id + "', 'button': 'k'" + input + "}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.tree(answer).at("/outcome/status").textValue()).isEqualTo("refused");
        assertThat(Caller.tree(answer).at("/outcome/error").textValue())
                .isEqualTo("The confirmation wants something typed.");
        assertThat(Caller.tree(answer).path("message").textValue())
                .isEqualTo("The confirmation wants something typed.");
        assertThat(setting.function.arrived()).isEmpty();
        assertThat(sandbox.message(id).orElseThrow().state().clicks())
                .extracting(ClickOutcome::status)
                .containsExactly(ClickStatus.REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {'message': 'other', 'button': 'k'}                    | There is no message with this id.",
                "404 | {'message': 'ID', 'button': 'x'}                       | The message has no such button.",
                "404 | {'message': 'ID', 'button': '1'}                       | The message has no such button.",
                "404 | {'message': 'ID', 'button': '-1'}                      | The message has no such button.",
                "404 | {'message': 'ID', 'button': '99999999999999'}          | The message has no such button.",
                "404 | {'message': 'ID', 'button': ''}                        | The message has no such button.",
                "400 | {'message': 'ID', 'button': 'k', 'user': 'nobody'}     | There is no such user",
                "400 | {'message': 'ID', 'button': 'k', 'input': 'x'}         | The button asks for no confirmation",
                "400 | {'message': 'ID', 'button': 0}                         | button is a string.",
                "400 | {'message': 'ID'}                                      | button is a string.",
                "400 | {'button': 'k'}                                        | message is a string.",
                "400 | {'message': 'ID', 'button': 'k', 'token': 'x'}         | token is true or false.",
                "400 | {'message': 'ID', 'button': 'k', 'more': 1}            | The body has a key that is none of",
                "400 | nonsense                                               | The body is not JSON"
            })
    void whatCannotBeClickedIsSaid(int status, String body, String says) {
        String id = setting.post(ClickSetting.PLAIN);

        HttpResponse<String> answer = click(body.replace("ID", id));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Caller.tree(answer).path("message").textValue()).startsWith(says);
        assertThat(setting.function.arrived()).isEmpty();
        assertThat(sandbox.message(id).orElseThrow().state().clicks()).isEmpty();
    }

    @Test
    void fromJavaWhatCannotBeClickedIsAnIllegalArgument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.click(Click.on("other", "k")))
                .withMessage("There is no message with this id.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open.url    | open    | https://x.com/a | {'web': 'https://x.com/a', 'iOS': 'tel:1'}",
                "open.url    | open    | tel:1           | {'android': 'tel:1'}",
                "preview.url | preview | https://x.com/p | {'url': 'https://x.com/p'}",
                "preview.url | preview | https://x.com/p | {'web': 'https://x.com/p'}",
                "copy        | copy    | Copied!         | {'text': 'Copied!'}",
                "system.api  | call    | audiocall/123   | {'api': 'audiocall/123'}"
            })
    void otherActionsAreSaidAndNotDone(String action, String kind, String text, String data) {
        String id = setting.post(json(Sample.buttonThat(Sample.action(action, data))));

        JsonNode outcome = Caller.tree(click("{'message': '" + id + "', 'button': '0'}"));

        assertThat(outcome.path("action").textValue()).isEqualTo(action);
        assertThat(outcome.path("status").textValue()).isEqualTo("shown");
        assertThat(outcome.at("/shown/kind").textValue()).isEqualTo(kind);
        assertThat(outcome.at("/shown/text").textValue()).isEqualTo(text);
        assertThat(outcome.at("/shown/json").toString())
                .isEqualTo(json(data).replace(": ", ":").replace(", ", ","));
        assertThat(outcome.has("request")).isFalse();
        assertThat(setting.function.arrived()).isEmpty();
    }

    @Test
    void pagesFromElsewhereCannotClick() {
        String id = setting.post(ClickSetting.PLAIN);

        HttpResponse<String> answer = setting.caller.send(setting.caller
                .to("/sandbox/click")
                .header("Origin", "http://evil.example")
                .POST(BodyPublishers.ofString(json("{'message': '" + id + "', 'button': 'k'}"))));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(setting.function.arrived()).isEmpty();
    }

    @Test
    void anAnswerTakesSomeTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().clickTimeout(Duration.ZERO));
    }

    @Test
    void andNotForEver() {
        Duration age = Duration.ofSeconds(Long.MAX_VALUE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.builder().clickTimeout(age))
                .withMessage("an answer takes at most 3650 days, not " + age);
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().bodyTimeout(age));
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().idleTimeout(age));
    }

    private HttpResponse<String> click(String body) {
        return setting.caller.post("/sandbox/click", json(body));
    }
}
