package io.github.camelcliq.sandbox.judging;

import static io.github.camelcliq.sandbox.Sample.CONFIRM;
import static io.github.camelcliq.sandbox.Sample.FUNCTION;
import static io.github.camelcliq.sandbox.Sample.FUNCTION_DATA;
import static io.github.camelcliq.sandbox.Sample.action;
import static io.github.camelcliq.sandbox.Sample.chars;
import static io.github.camelcliq.sandbox.Sample.instant;

import io.github.camelcliq.sandbox.JudgedMessages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantButtonRulesTest extends JudgedMessages {

    private static final String GO = "'label': 'Go', 'action': " + FUNCTION;
    private static final String REFERENCE = "{'type': 'button', 'object': {" + GO + "}}";
    private static final String OBJECT = "/references/k/object";

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("complete", instant("{" + GO + "}"), instant("{}"), OBJECT + "/label", OBJECT + "/action"),
                rule("an object", instant("{" + GO + "}"), instant("[]"), OBJECT),
                rule("a reference is an object", used(REFERENCE), used("null"), "/references/k"),
                rule(
                        "a reference is complete",
                        used(REFERENCE),
                        used("{}"),
                        "/references/k/type",
                        "/references/k/object"),
                rule(
                        "a reference's type",
                        used(REFERENCE),
                        used(REFERENCE.replace("'button'", "'Button'")),
                        "/references/k/type"),
                rule("label", instant(labelled(chars(20))), instant(labelled(chars(21))), OBJECT + "/label"),
                rule("label is not blank", instant(labelled("'x'")), instant(labelled("' '")), OBJECT + "/label"),
                rule(
                        "type",
                        instant("{" + GO + ", 'type': '-'}"),
                        instant("{" + GO + ", 'type': ''}"),
                        OBJECT + "/type"),
                rule(
                        "arguments",
                        instant("{" + GO + ", 'arguments': {'a': [null, {'b': 1.5}]}}"),
                        instant("{" + GO + ", 'arguments': []}"),
                        OBJECT + "/arguments"),
                rule(
                        "no hint",
                        instant("{" + GO + ", 'hint': null}"),
                        instant("{" + GO + ", 'hint': 'h'}"),
                        OBJECT + "/hint"),
                rule(
                        "no key",
                        instant("{" + GO + ", 'key': null}"),
                        instant("{" + GO + ", 'key': 'k'}"),
                        OBJECT + "/key"),
                rule(
                        "no confirmation",
                        acting("{'type': 'invoke.function', 'data': " + FUNCTION_DATA + ", 'confirm': null}"),
                        acting("{'type': 'invoke.function', 'data': " + FUNCTION_DATA + ", 'confirm': {" + CONFIRM
                                + "}}"),
                        OBJECT + "/action/confirm"),
                rule(
                        "function, owner left out",
                        acting(action("invoke.function", "{'name': 'f'}")),
                        acting(action("invoke.function", "{'owner': 'o'}")),
                        OBJECT + "/action/data/name"),
                rule(
                        "system.api",
                        acting(action("system.api", "{'api': 'startchat/1'}")),
                        acting(action("system.api", "{'api': 'chat/1'}")),
                        OBJECT + "/action/data/api"),
                rule(
                        "copy",
                        acting(action("copy", "{'text': " + chars(200) + "}")),
                        acting(action("copy", "{'text': " + chars(201) + "}")),
                        OBJECT + "/action/data/text"),
                rule(
                        "open.url is for cards",
                        acting(action("copy", "{'text': 'x'}")),
                        acting(action("open.url", "{'web': 'https://x'}")),
                        OBJECT + "/action/type"),
                rule(
                        "preview.url is for cards",
                        acting(action("copy", "{'text': 'x'}")),
                        acting(action("preview.url", "{'url': 'https://x'}")),
                        OBJECT + "/action/type"),
                rule(
                        "every reference is used",
                        used(REFERENCE),
                        "{'text': 'Hi', 'references': {'k': " + REFERENCE + ", 'a/b': " + REFERENCE + "}}",
                        "/references/k",
                        "/references/a~1b"),
                rule(
                        "every key has its reference",
                        used(REFERENCE),
                        "{'text': '[Go]($k) [No]($n)', 'references': {'k': " + REFERENCE + "}}",
                        "/text"),
                rule(
                        "even if there is none",
                        "{'text': '[Go]($k)'}",
                        "{'text': '[Go]($k)', 'references': {}}",
                        "/text"),
                rule(
                        "null is no reference",
                        "{'text': '[Go]($k)', 'references': null}",
                        "{'text': '[Go]($k)', 'references': {}}",
                        "/text"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyRuleHoldsAtItsEdge(String what, String within, String beyond, List<String> pointers) {
        isTaken(within);
        isRefusedAt(pointers, beyond);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]($k)", "[Go] ($k)", "[Go](k)", "[Go]($)", "[Go]($k k)", "[Go]($k", "Go]($k)", "[Go][$k]"})
    void whatOnlyLooksLikeAnInstantButtonIsText(String text) {
        isTaken("{'text': '" + text + "', 'references': {}}");
    }

    @Test
    void optionalFieldsThatAreNullAreAbsent() {
        isTaken(instant("{" + GO + ", 'type': null, 'arguments': null}"));
        isTaken(acting(action("invoke.function", "{'name': 'f', 'owner': null}")));
    }

    @Test
    void fieldsAreWhatTheyShouldBe() {
        isRefusedAt(List.of(OBJECT + "/label"), instant(labelled("5")));
        isRefusedAt(List.of(OBJECT + "/action"), acting("'copy'"));
        isRefusedAt(List.of(OBJECT + "/action/type", OBJECT + "/action/data"), acting("{}"));
        isRefusedAt(List.of(OBJECT + "/action/type"), acting("{'data': {}}"));
        isRefusedAt(List.of(OBJECT + "/action/data"), acting(action("copy", "'x'")));
        isRefusedAt(
                List.of(OBJECT + "/action/data/name", OBJECT + "/action/data/owner"),
                acting(action("invoke.function", "{'name': '', 'owner': 5}")));
    }

    @Test
    void textThatCannotBeReadMakesNoReferenceUnused() {
        isRefusedAt(List.of("/text"), "{'text': {}, 'references': {'k': " + REFERENCE + "}}");
    }

    @Test
    void aBotsMessageWithoutTextUsesNoReference() {
        botRefusesAt("/references/k", "{'card': {}, 'references': {'k': " + REFERENCE + "}}");
    }

    private static String labelled(String label) {
        return "{'label': " + label + ", 'action': " + FUNCTION + "}";
    }

    private static String acting(String action) {
        return instant("{'label': 'Go', 'action': " + action + "}");
    }

    private static String used(String reference) {
        return "{'text': '[Go]($k)', 'references': {'k': " + reference + "}}";
    }
}
