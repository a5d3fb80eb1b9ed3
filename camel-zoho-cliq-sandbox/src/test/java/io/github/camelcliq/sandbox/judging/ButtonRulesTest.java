package io.github.camelcliq.sandbox.judging;

import static io.github.camelcliq.sandbox.Sample.CONFIRM;
import static io.github.camelcliq.sandbox.Sample.FUNCTION;
import static io.github.camelcliq.sandbox.Sample.FUNCTION_DATA;
import static io.github.camelcliq.sandbox.Sample.action;
import static io.github.camelcliq.sandbox.Sample.button;
import static io.github.camelcliq.sandbox.Sample.buttonThat;
import static io.github.camelcliq.sandbox.Sample.buttons;
import static io.github.camelcliq.sandbox.Sample.chars;
import static io.github.camelcliq.sandbox.Sample.confirm;
import static io.github.camelcliq.sandbox.Sample.message;
import static io.github.camelcliq.sandbox.Sample.times;

import io.github.camelcliq.sandbox.JudgedMessages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonRulesTest extends JudgedMessages {

    private static final String DATA = "/buttons/0/action/data";
    private static final String POPUP = "/buttons/0/action/confirm";

    static Stream<Arguments> buttonRules() {
        return Stream.of(
                rule(
                        "at most five",
                        message("'buttons': " + times(5, button())),
                        message("'buttons': " + times(6, button())),
                        "/buttons"),
                rule("an array", message("'buttons': []"), message("'buttons': {}"), "/buttons"),
                rule("of objects", buttons(button()), buttons("null", "'x'"), "/buttons/0", "/buttons/1"),
                rule("label", labelled(chars(20)), labelled(chars(21)), "/buttons/0/label"),
                rule(
                        "label counts UTF-16 units",
                        labelled("'" + "\uD83D\uDE00".repeat(10) + "'"),
                        labelled("'x" + "\uD83D\uDE00".repeat(10) + "'"),
                        "/buttons/0/label"),
                rule("label is not blank", labelled("'x'"), labelled("' '"), "/buttons/0/label"),
                rule("label is a string", labelled("'1'"), labelled("1"), "/buttons/0/label"),
                rule(
                        "label and action are required",
                        buttons(button()),
                        buttons("{}"),
                        "/buttons/0/label",
                        "/buttons/0/type",
                        "/buttons/0/action"),
                rule(
                        "and not null",
                        buttons(button()),
                        buttons("{'label': null, 'type': null, 'action': null}"),
                        "/buttons/0/label",
                        "/buttons/0/type",
                        "/buttons/0/action"),
                rule(
                        "hint",
                        buttons(button("'hint': " + chars(100))),
                        buttons(button("'hint': " + chars(101))),
                        "/buttons/0/hint"),
                rule("type", buttons(button("'type': '-'")), buttons(button("'type': '*'")), "/buttons/0/type"),
                rule(
                        "type is a string",
                        buttons(button("'type': '+'")),
                        buttons(button("'type': true")),
                        "/buttons/0/type"),
                rule(
                        "key",
                        buttons(button("'key': " + chars(100))),
                        buttons(button("'key': " + chars(101))),
                        "/buttons/0/key"),
                rule(
                        "keys are distinct",
                        buttons(button("'key': 'a'"), button("'key': 'A'")),
                        buttons(button("'key': 'a'"), button("'key': 'a'")),
                        "/buttons/1/key"),
                rule(
                        "also between message and slides",
                        withSlide("'key': 'b'"),
                        withSlide("'key': 'a'"),
                        "/slides/0/buttons/0/key"),
                rule("an action is an object", buttonThat(FUNCTION), buttonThat("[]"), "/buttons/0/action"),
                rule(
                        "an action's type",
                        buttonThat(FUNCTION),
                        buttonThat(action("open.Url", "{'web': 'tel:1'}")),
                        "/buttons/0/action/type"),
                rule(
                        "an action is complete",
                        buttonThat(FUNCTION),
                        buttonThat("{}"),
                        "/buttons/0/action/type",
                        "/buttons/0/action/data"),
                rule("an action's data", buttonThat(FUNCTION), buttonThat(action("copy", "[]")), DATA),
                rule("an action's data is not null", buttonThat(FUNCTION), buttonThat(action("copy", "null")), DATA));
    }

    static Stream<Arguments> actionRules() {
        return Stream.of(
                rule(
                        "function",
                        buttonThat(FUNCTION),
                        buttonThat(action("invoke.function", "{}")),
                        DATA + "/name",
                        DATA + "/owner"),
                rule(
                        "function, blank",
                        buttonThat(FUNCTION),
                        buttonThat(action("invoke.function", "{'name': '', 'owner': ' '}")),
                        DATA + "/name",
                        DATA + "/owner"),
                rule(
                        "function, owner",
                        buttonThat(action("invoke.function", "{'name': 'f', 'owner': 'not an email'}")),
                        buttonThat(action("invoke.function", "{'name': 'f', 'owner': null}")),
                        DATA + "/owner"),
                rule("open.url in length", open("'web': " + url(256)), open("'web': " + url(257)), DATA + "/web"),
                rule(
                        "open.url on each device",
                        open("'web': 'https://x', 'windows': 'sip:a', 'iOS': 'my-app://open', 'android': 'sms:1'"),
                        open("'web': 'my-app://open', 'windows': 'javascript:x', 'iOS': 5, 'android': ''"),
                        DATA + "/web",
                        DATA + "/windows",
                        DATA + "/iOS",
                        DATA + "/android"),
                rule("open.url on one", open("'android': 'https://x'"), open("'ios': 'https://x'"), DATA),
                rule("open.url on more than null", open("'web': null, 'iOS': 'tel:1'"), open("'web': null"), DATA),
                rule(
                        "preview.url in length",
                        preview("'url': " + url(500)),
                        preview("'url': " + url(501)),
                        DATA + "/url"),
                rule(
                        "preview.url is of the web",
                        preview("'url': 'HTTP://x'"),
                        preview("'url': 'tel:1'"),
                        DATA + "/url"),
                rule(
                        "preview.url by its other name",
                        preview("'web': " + url(500)),
                        preview("'web': " + url(501)),
                        DATA + "/web"),
                rule(
                        "preview.url by one name",
                        preview("'web': 'https://x', 'url': null"),
                        preview("'web': 'https://x', 'url': 'https://x'"),
                        DATA + "/web"),
                rule("preview.url is required", preview("'url': 'https://x'"), preview("'url': null"), DATA),
                rule("system.api", system("'api': 'audiocall/1'"), system("'api': 'audiocall/'"), DATA + "/api"),
                rule(
                        "system.api with digits",
                        system("'api': 'invite/0123456789'"),
                        system("'api': 'invite/12a'"),
                        DATA + "/api"),
                rule(
                        "system.api to its end",
                        system("'api': 'startchat/1'"),
                        system("'api': 'startchat/1\\n'"),
                        DATA + "/api"),
                rule(
                        "system.api of other digits",
                        system("'api': 'videocall/1'"),
                        system("'api': 'videocall/\u0661'"),
                        DATA + "/api"),
                rule(
                        "system.api, bare",
                        system("'api': 'locationpermission'"),
                        system("'api': 'locationpermission/1'"),
                        DATA + "/api"),
                rule("system.api is required", system("'api': 'locationpermission'"), system(""), DATA + "/api"),
                rule("copy", copy(chars(200)), copy(chars(201)), DATA + "/text"),
                rule("copy is not blank", copy("'x'"), copy("'\\t'"), DATA + "/text"),
                rule("copy is a string", copy("'1'"), copy("1"), DATA + "/text"));
    }

    static Stream<Arguments> confirmationRules() {
        return Stream.of(
                rule(
                        "complete",
                        confirm(CONFIRM),
                        confirm(),
                        POPUP + "/title",
                        POPUP + "/input",
                        POPUP + "/button_label"),
                rule(
                        "an object",
                        buttonThat("{'type': 'invoke.function', 'data': " + FUNCTION_DATA + ", 'confirm': null}"),
                        buttonThat("{'type': 'invoke.function', 'data': " + FUNCTION_DATA + ", 'confirm': 'Sure?'}"),
                        POPUP),
                rule("title", popup(chars(100), "'i'", "'b'"), popup(chars(101), "'i'", "'b'"), POPUP + "/title"),
                rule("input", popup("'t'", chars(300), "'b'"), popup("'t'", chars(301), "'b'"), POPUP + "/input"),
                rule("input is not blank", popup("'t'", "'i'", "'b'"), popup("'t'", "' '", "'b'"), POPUP + "/input"),
                rule(
                        "input is a text or a token",
                        popup("'t'", "{'type': 'user_webhook_token'}", "'b'"),
                        popup("'t'", "{'type': 'token'}", "'b'"),
                        POPUP + "/input/type"),
                rule(
                        "a token prompt says so",
                        popup("'t'", "{'type': 'user_webhook_token'}", "'b'"),
                        popup("'t'", "{}", "'b'"),
                        POPUP + "/input/type"),
                rule("input is nothing else", popup("'t'", "'5'", "'b'"), popup("'t'", "5", "'b'"), POPUP + "/input"),
                rule(
                        "button_label",
                        popup("'t'", "'i'", chars(100)),
                        popup("'t'", "'i'", chars(101)),
                        POPUP + "/button_label"),
                rule(
                        "nothing blank",
                        confirm(CONFIRM),
                        popup("''", "''", "''"),
                        POPUP + "/title",
                        POPUP + "/input",
                        POPUP + "/button_label"),
                rule(
                        "description",
                        confirm(CONFIRM, "'description': " + chars(100)),
                        confirm(CONFIRM, "'description': " + chars(101)),
                        POPUP + "/description"),
                rule(
                        "cancel_button_label",
                        confirm(CONFIRM, "'cancel_button_label': " + chars(100)),
                        confirm(CONFIRM, "'cancel_button_label': " + chars(101)),
                        POPUP + "/cancel_button_label"),
                rule(
                        "emotion",
                        confirm(CONFIRM, "'emotion': 'neutral'"),
                        confirm(CONFIRM, "'emotion': 'happy'"),
                        POPUP + "/emotion"),
                rule(
                        "mandatory is a string",
                        confirm(CONFIRM, "'mandatory': 'false'"),
                        confirm(CONFIRM, "'mandatory': false"),
                        POPUP + "/mandatory"),
                rule(
                        "mandatory is one of two",
                        confirm(CONFIRM, "'mandatory': null"),
                        confirm(CONFIRM, "'mandatory': 'yes'"),
                        POPUP + "/mandatory"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"buttonRules", "actionRules", "confirmationRules"})
    void everyRuleHoldsAtItsEdge(String what, String within, String beyond, List<String> pointers) {
        isTaken(within);
        isRefusedAt(pointers, beyond);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x",
                "HTTPS://x/\u00fc?q=\u4e2d#f",
                "https://user@x:80/",
                "http://[::1]",
                "TEL:+1",
                "sms:1",
                "sip:a@b",
                "https://.",
                "https://x/%zz"
            })
    void theseUrlsOpen(String url) {
        isTaken(open("'web': '" + url + "'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x.com",
                "//x.com",
                "/path",
                "https:",
                "https:/x",
                "https://",
                "https:///x",
                "https://?q",
                "https://#f",
                "tel:",
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://x",
                "mailto:a@x.com",
                " https://x",
                "https://x ",
                "https://a b",
                "https://x\\u00a0",
                "https://x\\u0000",
                "https://x\\n",
                "https://x\\u0085",
                "https://x\\u2028",
                "ht\\u0000tp://x",
                "\\u017fms:1",
                "htt\u212aps://x"
            })
    void theseUrlsDoNot(String url) {
        isRefusedAt(List.of(DATA + "/web"), open("'web': '" + url + "'"));
    }

    @Test
    void optionalFieldsThatAreNullAreAbsent() {
        isTaken(buttons(button("'hint': null", "'key': null"), button("'key': null")));
        isTaken(confirm(CONFIRM, "'description': null", "'emotion': null", "'cancel_button_label': null"));
        isTaken(open("'web': 'tel:1', 'windows': null, 'iOS': null, 'android': null"));
    }

    @Test
    void optionalFieldsAreStrings() {
        isRefusedAt(List.of("/buttons/0/hint", "/buttons/0/key"), buttons(button("'hint': 1", "'key': 1")));
        isRefusedAt(
                List.of(POPUP + "/description", POPUP + "/cancel_button_label"),
                confirm(CONFIRM, "'description': 1", "'cancel_button_label': 1"));
    }

    @Test
    void requiredFieldsAreStrings() {
        isRefusedAt(
                List.of(DATA + "/name", DATA + "/owner"),
                buttonThat(action("invoke.function", "{'name': 1, 'owner': 1}")));
        isRefusedAt(List.of(DATA + "/api"), system("'api': 1"));
        isRefusedAt(List.of(DATA + "/url"), preview("'url': 1"));
        isRefusedAt(List.of(POPUP + "/title", POPUP + "/button_label"), popup("1", "'i'", "1"));
        isRefusedAt(List.of(DATA + "/text"), buttonThat(action("copy", "{}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"positive", "neutral", "negative"})
    void theseEmotionsAreKnown(String emotion) {
        isTaken(confirm(CONFIRM, "'emotion': '" + emotion + "'", "'mandatory': 'true'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "windows", "iOS", "android"})
    void openingOnOneDeviceIsEnough(String device) {
        isTaken(open("'" + device + "': 'https://x'"));
    }

    @Test
    void anActionWithoutATypeIsOneComplaintWhateverItsData() {
        isRefusedAt(List.of("/buttons/0/action/type"), buttonThat("{'data': {}}"));
        isRefusedAt(List.of("/buttons/0/action/type"), buttonThat("{'type': null, 'data': {'text': 5}}"));
    }

    @Test
    void anActionThatIsNotKnownIsOneComplaintWhateverItsData() {
        isRefusedAt(List.of("/buttons/0/action/type"), buttonThat(action("fly", "{'text': 5}")));
    }

    private static String labelled(String label) {
        return buttons("{'type': '+', 'label': " + label + ", 'action': " + FUNCTION + "}");
    }

    private static String withSlide(String field) {
        return message(
                "'buttons': " + times(1, button("'key': 'a'")),
                "'slides': [{'type': 'text', 'data': 'x', 'buttons': " + times(1, button(field)) + "}]");
    }

    private static String open(String data) {
        return buttonThat(action("open.url", "{" + data + "}"));
    }

    private static String preview(String data) {
        return buttonThat(action("preview.url", "{" + data + "}"));
    }

    private static String system(String data) {
        return buttonThat(action("system.api", "{" + data + "}"));
    }

    private static String copy(String text) {
        return buttonThat(action("copy", "{'text': " + text + "}"));
    }

    private static String popup(String title, String input, String label) {
        return confirm("'title': " + title, "'input': " + input, "'button_label': " + label);
    }

    private static String url(int length) {
        return "'https://" + "x".repeat(length - 8) + "'";
    }
}
