package io.github.camelcliq.sandbox.judging;

import static io.github.camelcliq.sandbox.Sample.button;
import static io.github.camelcliq.sandbox.Sample.card;
import static io.github.camelcliq.sandbox.Sample.chars;
import static io.github.camelcliq.sandbox.Sample.message;
import static io.github.camelcliq.sandbox.Sample.poll;
import static io.github.camelcliq.sandbox.Sample.times;

import io.github.camelcliq.sandbox.JudgedMessages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardRulesTest extends JudgedMessages {

    private static final String OPTIONS = "'options': [{'text': 'a'}, {'text': 'b'}]";
    private static final String SECTIONS = "'sections': [{'title': 's', 'fields': [{'title': 't', 'value': 'v'}]}]";
    private static final String PROMPT = "'theme': 'prompt', 'title': 'T'";
    private static final String POLL = "'theme': 'poll', 'title': 'T', " + OPTIONS;

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("a card is an object", card(), message("'card': []"), "/card"),
                rule("title", card("'title': " + chars(200)), card("'title': " + chars(201)), "/card/title"),
                rule("title is a string", card("'title': ''"), card("'title': 1"), "/card/title"),
                rule("theme", card("'theme': 'modern-inline'"), card("'theme': 'Poll'"), "/card/theme"),
                rule("theme is a string", card("'theme': null"), card("'theme': {}"), "/card/theme"),
                rule(
                        "thumbnail",
                        card("'thumbnail': '/images/a.png'"),
                        card("'thumbnail': 'images/a.png'"),
                        "/card/thumbnail"),
                rule(
                        "thumbnail is a URL",
                        card("'thumbnail': 'https://x.com/a.png'"),
                        card("'thumbnail': 'data:image/png,x'"),
                        "/card/thumbnail"),
                rule(
                        "thumbnail has no blanks",
                        card("'thumbnail': '/a%20b'"),
                        card("'thumbnail': '/a b'"),
                        "/card/thumbnail"),
                rule("sections is an array", card("'sections': []"), card("'sections': {}"), "/card/sections"),
                rule("sections hold objects", card("'sections': [{}]"), card("'sections': [null]"), "/card/sections/0"),
                rule(
                        "a section's fields",
                        card(SECTIONS),
                        card("'sections': [{'fields': {}}]"),
                        "/card/sections/0/fields"),
                rule(
                        "a field is complete",
                        card(SECTIONS),
                        card("'sections': [{'fields': [{}]}]"),
                        "/card/sections/0/fields/0/title",
                        "/card/sections/0/fields/0/value"),
                rule(
                        "a field is not blank",
                        card(SECTIONS),
                        card("'sections': [{'fields': [{'title': ' ', 'value': ''}]}]"),
                        "/card/sections/0/fields/0/title",
                        "/card/sections/0/fields/0/value"),
                rule(
                        "a field's value is a string",
                        card(SECTIONS),
                        card("'sections': [{'fields': [{'title': 't', 'value': 5}]}]"),
                        "/card/sections/0/fields/0/value"),
                rule("options belong to polls", card("'options': null"), card(OPTIONS), "/card/options"),
                rule(
                        "also with a theme",
                        card("'theme': 'modern-inline'"),
                        card("'theme': 'modern-inline'", OPTIONS),
                        "/card/options"),
                rule("a poll's title", card(POLL), poll(OPTIONS), "/card/title"),
                rule("a poll's title is not null", card(POLL), poll("'title': null", OPTIONS), "/card/title"),
                rule("a poll's title is not blank", card(POLL), poll("'title': ' '", OPTIONS), "/card/title"),
                rule("a poll's options", card(POLL), poll("'title': 'T'"), "/card/options"),
                rule(
                        "at least two options",
                        card(POLL),
                        poll("'title': 'T'", "'options': [{'text': 'a'}]"),
                        "/card/options"),
                rule(
                        "at most ten options",
                        poll("'title': 'T'", "'options': " + options(10)),
                        poll("'title': 'T'", "'options': " + options(11)),
                        "/card/options"),
                rule("an option's text", option(chars(100)), option(chars(101)), "/card/options/1/text"),
                rule("an option's text is not blank", option("'x'"), option("''"), "/card/options/1/text"),
                rule("an option has a text", option("'x'"), option("null"), "/card/options/1/text"),
                rule(
                        "a poll has no thumbnail",
                        card(POLL, "'thumbnail': null"),
                        card(POLL, "'thumbnail': '/a'"),
                        "/card/thumbnail"),
                rule("a poll has no sections", card(POLL, "'sections': null"), card(POLL, SECTIONS), "/card/sections"),
                rule(
                        "a poll has no buttons",
                        message("'card': {" + POLL + "}", "'buttons': []"),
                        message("'card': {" + POLL + "}", "'buttons': " + times(1, button())),
                        "/buttons"),
                rule(
                        "nor inside",
                        card(POLL, "'buttons': []"),
                        card(POLL, "'buttons': " + times(1, button())),
                        "/card/buttons"),
                rule("a prompt's title", prompt(PROMPT), prompt("'theme': 'prompt'"), "/card/title"),
                rule("a prompt has no options", prompt(PROMPT), prompt(PROMPT, OPTIONS), "/card/options"),
                rule(
                        "a prompt has no thumbnail",
                        prompt(PROMPT),
                        prompt(PROMPT, "'thumbnail': '/a'"),
                        "/card/thumbnail"),
                rule("a prompt has no sections", prompt(PROMPT), prompt(PROMPT, SECTIONS), "/card/sections"),
                rule("a prompt needs a button", prompt(PROMPT), card(PROMPT), "/buttons"),
                rule(
                        "not just an array",
                        prompt(PROMPT),
                        message("'card': {" + PROMPT + "}", "'buttons': []"),
                        "/buttons"),
                rule(
                        "it may be inside",
                        card(PROMPT, "'buttons': " + times(1, button())),
                        card(PROMPT, "'buttons': []"),
                        "/card/buttons"),
                rule(
                        "buttons stand in one place",
                        card("'buttons': " + times(1, button())),
                        message("'card': {'buttons': []}", "'buttons': []"),
                        "/card/buttons"),
                rule(
                        "null is no place",
                        message("'card': {'buttons': null}", "'buttons': []"),
                        message("'card': {'buttons': 5}", "'buttons': []"),
                        "/card/buttons"),
                rule(
                        "inside they are buttons too",
                        card("'buttons': " + times(5, button())),
                        card("'buttons': " + times(6, button())),
                        "/card/buttons"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyRuleHoldsAtItsEdge(String what, String within, String beyond, List<String> pointers) {
        isTaken(within);
        isRefusedAt(pointers, beyond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "theme", "thumbnail", "options", "sections", "buttons"})
    void aFieldThatIsNullIsAbsent(String field) {
        isTaken(card("'" + field + "': null"));
    }

    @Test
    void nestedFieldsThatAreNullAreAbsent() {
        isTaken(card("'sections': [{'title': null, 'fields': null}]"));
    }

    @Test
    void nestedFieldsAreWhatTheyShouldBe() {
        isRefusedAt(List.of("/card/thumbnail"), card("'thumbnail': 5"));
        isRefusedAt(List.of("/card/sections/0/title"), card("'sections': [{'title': 5}]"));
        isRefusedAt(List.of("/card/sections/0/fields/0"), card("'sections': [{'fields': ['x']}]"));
        isRefusedAt(
                List.of("/card/sections/0/fields/0/title"),
                card("'sections': [{'fields': [{'title': 5, 'value': 'v'}]}]"));
        isTaken(card("'thumbnail': 'http://x.com/a.png'"));
        isRefusedAt(List.of("/card/options"), card("'theme': null", OPTIONS));
        isRefusedAt(List.of("/card/options/1/text"), poll("'title': 'T'", "'options': [{'text': 'a'}, {}]"));
        isRefusedAt(List.of("/card/options/1/text"), option("5"));
        isRefusedAt(List.of("/card/options/0", "/card/options/1"), poll("'title': 'T'", "'options': ['a', null]"));
        isRefusedAt(List.of("/card/options"), poll("'title': 'T'", "'options': {}"));
        isRefusedAt(List.of("/card/options"), poll("'title': 'T'", "'options': null"));
        isRefusedAt(List.of("/card/title"), prompt("'theme': 'prompt'", "'title': null"));
        isRefusedAt(List.of("/card/title"), prompt("'theme': 'prompt'", "'title': ''"));
        isRefusedAt(List.of("/card/title"), prompt("'theme': 'prompt'", "'title': 5"));
        isRefusedAt(List.of("/buttons"), message("'card': {" + PROMPT + "}", "'buttons': null"));
    }

    private static String options(int count) {
        return times(count, "{'text': 'x'}");
    }

    private static String option(String text) {
        return poll("'title': 'T'", "'options': [{'text': 'a'}, {'text': " + text + "}]");
    }

    private static String prompt(String... fields) {
        return message("'card': {" + String.join(", ", fields) + "}", "'buttons': " + times(1, button()));
    }
}
