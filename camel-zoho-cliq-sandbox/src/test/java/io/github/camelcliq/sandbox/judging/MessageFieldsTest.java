package io.github.camelcliq.sandbox.judging;

import static io.github.camelcliq.sandbox.Sample.Q4_BUDGET;
import static io.github.camelcliq.sandbox.Sample.chars;
import static io.github.camelcliq.sandbox.Sample.message;
import static io.github.camelcliq.sandbox.Sample.times;

import io.github.camelcliq.sandbox.JudgedMessages;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFieldsTest extends JudgedMessages {

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("text", "{'text': " + chars(10_000) + "}", "{'text': " + chars(10_001) + "}", "/text"),
                rule("text is required", "{'text': 'x'}", "{}", "/text"),
                rule("text is not null", "{'text': 'x'}", "{'text': null}", "/text"),
                rule("text is not empty", "{'text': 'x'}", "{'text': ''}", "/text"),
                rule("text is not blank", "{'text': ' x '}", "{'text': ' \\u2003\\n'}", "/text"),
                rule("no-break spaces are blank", "{'text': '\\u00A0x'}", "{'text': '\\u00A0\\u202F'}", "/text"),
                rule(
                        "format characters are blank",
                        "{'text': '\\u200Bx'}",
                        "{'text': '\\u200B\\u2060\\uFEFF'}",
                        "/text"),
                rule("control characters are blank", "{'text': '\\u0000x'}", "{'text': '\\u0000\\u0085'}", "/text"),
                rule("text is a string", "{'text': '5'}", "{'text': 5}", "/text"),
                rule("text is no object", "{'text': 'x'}", "{'text': {}}", "/text"),
                rule("hint", message("'hint': " + chars(100)), message("'hint': " + chars(101)), "/hint"),
                rule("reply_to", message("'reply_to': ''"), message("'reply_to': 1"), "/reply_to"),
                rule(
                        "thread_message_id",
                        message("'thread_message_id': '1_2'"),
                        message("'thread_message_id': 1"),
                        "/thread_message_id"),
                rule(
                        "thread_title",
                        message("'thread_title': " + chars(100)),
                        message("'thread_title': " + chars(101)),
                        "/thread_title"),
                rule(
                        "message_topic",
                        message("'message_topic': " + chars(255)),
                        message("'message_topic': " + chars(256)),
                        "/message_topic"),
                rule(
                        "thread_chat_id",
                        message("'thread_chat_id': " + chars(100)),
                        message("'thread_chat_id': " + chars(101)),
                        "/thread_chat_id"),
                rule(
                        "bot",
                        message("'bot': {'name': 'b', 'image': 'anything'}"),
                        message("'bot': {'name': 1, 'image': true}"),
                        "/bot/name",
                        "/bot/image"),
                rule("bot is an object", message("'bot': {}"), message("'bot': 'b'"), "/bot"),
                rule(
                        "background",
                        message("'styles': {'background': 'grey'}"),
                        message("'styles': {'background': 'gray'}"),
                        "/styles/background"),
                rule(
                        "markdown",
                        message("'styles': {'markdown': true}"),
                        message("'styles': {'markdown': 'true'}"),
                        "/styles/markdown"),
                rule("styles is an object", message("'styles': {}"), message("'styles': []"), "/styles"),
                rule("recipients are a string", message("'user_ids': '1'"), message("'user_ids': ['1']"), "/user_ids"),
                rule(
                        "recipients in number",
                        message("'userids': '" + ids(100) + "'"),
                        message("'userids': '" + ids(101) + "'"),
                        "/userids"),
                rule(
                        "recipients are not blank",
                        message("'user_ids': '1, a@x.com'"),
                        message("'user_ids': '1, '"),
                        "/user_ids"),
                rule(
                        "recipients are no format characters",
                        message("'user_ids': '1, a@x.com'"),
                        message("'user_ids': '1,\\u200B'"),
                        "/user_ids"),
                rule("recipients are not empty", message("'user_ids': '1'"), message("'user_ids': ''"), "/user_ids"),
                rule(
                        "recipients by one name",
                        message("'userids': '1', 'user_ids': null"),
                        message("'userids': '1', 'user_ids': '2'"),
                        "/userids"),
                rule(
                        "slides in number",
                        message("'slides': " + slides(20)),
                        message("'slides': " + slides(21)),
                        "/slides"),
                rule("slides is an array", message("'slides': []"), message("'slides': {}"), "/slides"),
                rule(
                        "references is an object",
                        message("'references': {}"),
                        message("'references': []"),
                        "/references"),
                rule(
                        "several at once",
                        message("'hint': 'x', 'notify_edit': true"),
                        "{'hint': 1, 'notify_edit': 1, 'card': []}",
                        "/text",
                        "/hint",
                        "/notify_edit",
                        "/card"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyRuleHoldsAtItsEdge(String what, String within, String beyond, List<String> pointers) {
        isTaken(within);
        isRefusedAt(pointers, beyond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync_message", "mark_as_read", "post_in_parent", "notify_edit", "broadcast"})
    void switchesAreBooleans(String field) {
        isRefusedAt(List.of("/" + field), message("'" + field + "': 'true'"));
        isRefusedAt(List.of("/" + field), message("'" + field + "': 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mark_as_read", "post_in_parent", "notify_edit", "broadcast"})
    void switchesMayBeOnAndOff(String field) {
        isTaken(message("'" + field + "': true"));
        isTaken(message("'" + field + "': false"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bot",
                "card",
                "slides",
                "styles",
                "buttons",
                "references",
                "hint",
                "reply_to",
                "sync_message",
                "mark_as_read",
                "thread_message_id",
                "thread_title",
                "post_in_parent",
                "notify_edit",
                "message_topic",
                "thread_chat_id",
                "broadcast",
                "user_ids",
                "userids",
                "unknown"
            })
    void aFieldThatIsNullIsAbsent(String field) {
        isTaken(message("'" + field + "': null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "yellow", "green", "blue", "grey"})
    void theseBackgroundsAreKnown(String colour) {
        isTaken(message("'styles': {'background': '" + colour + "'}"));
    }

    @Test
    void nestedFieldsThatAreNullAreAbsent() {
        isTaken(message("'bot': {'name': null, 'image': null}", "'styles': {'background': null, 'markdown': null}"));
    }

    @Test
    void theExampleOfTheReferenceIsTaken() {
        isTaken(Q4_BUDGET);
    }

    @Test
    void textsThatAreNoStringsAreOneComplaintEach() {
        isRefusedAt(
                List.of("/hint", "/thread_title", "/message_topic", "/thread_chat_id", "/user_ids"),
                message(
                        "'hint': true",
                        "'thread_title': 1",
                        "'message_topic': {}",
                        "'thread_chat_id': []",
                        "'user_ids': 1"));
        isRefusedAt(List.of("/userids"), message("'userids': 1"));
    }

    @Test
    void lengthsAreCountedInUtf16Units() {
        isTaken("{'text': '" + "\uD83D\uDE00".repeat(5_000) + "'}");
        isRefusedAt(List.of("/text"), "{'text': '" + "\uD83D\uDE00".repeat(5_000) + "x'}");
        isTaken("{'text': '" + "\\uD83D\\uDE00".repeat(5_000) + "'}");
    }

    @Test
    void controlCharactersAndRightToLeftTextAreText() {
        isTaken("{'text': '\\u0000\\u0007\\u202e \u05e9\u05dc\u05d5\u05dd'}");
    }

    @Test
    void unknownFieldsPass() {
        isTaken(message("'colour': {'text': 5, 'deep': [null, 1.5e300]}", "'card': {'icon': true}"));
    }

    @Test
    void slidesAreMeasuredTogetherAsCompactJson() {
        // [{"type":"text","data":"…"}] is 27 characters and the text
        isTaken(message("'slides': [ {'type': 'text', 'data': " + chars(10_000 - 27) + "} ]"));
        isRefusedAt(List.of("/slides"), message("'slides': [{'type':'text','data':" + chars(10_000 - 26) + "}]"));
        isRefusedAt(
                List.of("/slides"), message("'slides': " + times(2, "{'type': 'text', 'data': " + chars(5_000) + "}")));
    }

    @Test
    void aBotTakesShorterText() {
        botTakes("{'text': " + chars(5_000) + "}");
        botRefusesAt("/text", "{'text': " + chars(5_001) + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'card': {}}",
                "{'card': {}, 'text': null}",
                "{'card': {'title': 'T'}}",
                "{'slides': [{'type': 'text', 'data': 'x'}]}",
                "{'text': 'x'}"
            })
    void aBotNeedsTextOrACardOrSlides(String message) {
        botTakes(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'text': null}",
                "{'text': ''}",
                "{'text': ' ', 'card': {}}",
                "{'card': null}",
                "{'slides': []}",
                "{'buttons': []}"
            })
    void aBotRefusesAMessageOfNothing(String message) {
        botRefusesAt("/text", message);
    }

    @Test
    void aBotHoldsToTheRulesOfAllMessages() {
        botRefusesAt("/text", "{'text': 5, 'card': {}}");
        botRefusesAt("/hint", message("'hint': " + chars(101)));
        botRefusesAt("/slides/0/data", "{'slides': [{'type': 'text', 'data': ''}]}");
    }

    private static String ids(int count) {
        return String.join(",", Collections.nCopies(count, "1"));
    }

    private static String slides(int count) {
        return times(count, "{'type': 'text', 'data': 'x'}");
    }
}
