package io.github.camelcliq.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.UnknownFields;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.rules.MessageRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Messages that break rules, for the guide to show what is said of them. Single quotes stand for double ones. */
final class BrokenMessages {

    private static final String LONG = "x".repeat(10_001);
    private static final String BUTTON =
            "{'label': 'Go', 'type': '+', 'action': {'type': 'copy', 'data': {'text': 'x'}}}";

    private static final Map<String, List<String>> CHAPTERS = Map.ofEntries(
            Map.entry("text", List.of("{'hint': 'x'}", "{'text': '" + LONG + "'}", "{'text': ' '}", "{'text': {}}")),
            Map.entry(
                    "card",
                    List.of(
                            "{'text': 'x', 'card': {'title': 'x', 'theme': 'fancy'}}",
                            "{'text': 'x', 'card': {'theme': 'poll', 'options': [{'text': 'Yes'}]}}",
                            "{'text': 'x', 'card': {'theme': 'prompt', 'title': 'x', 'thumbnail': '/x.png'}}",
                            "{'text': 'x', 'card': {'thumbnail': 'x.png'}}",
                            "{'text': 'x', 'card': {'title': 'x', 'sections': [{'fields': [{'title': 'x'}]}]}}")),
            Map.entry(
                    "buttons",
                    List.of(
                            "{'text': 'x', 'buttons': [" + (BUTTON + ",").repeat(5) + BUTTON + "]}",
                            "{'text': 'x', 'buttons': [{'label': 'Approve the complete rollout', 'type': 'green'}]}",
                            "{'text': 'x', 'buttons': [" + keyed("go") + "," + keyed("go") + "]}",
                            "{'text': 'x', 'card': {'title': 'x', 'buttons': []}, 'buttons': []}")),
            Map.entry(
                    "actions",
                    List.of(
                            action("{'type': 'open.file'}"),
                            action("{'type': 'invoke.function', 'data': {'name': 'approve'}}"),
                            action("{'type': 'open.url', 'data': {'web': 'javascript:alert(1)'}}"),
                            action("{'type': 'open.url', 'data': {'web': 'https://zylker.com/" + "x".repeat(238)
                                    + "'}}"),
                            action("{'type': 'open.url', 'data': {}}"),
                            action("{'type': 'preview.url', 'data': {'url': 'https:zylker.com'}}"),
                            action("{'type': 'system.api', 'data': {'api': 'startchat/scott'}}"),
                            action("{'type': 'copy', 'data': {'text': ''}}"))),
            Map.entry(
                    "confirmations",
                    List.of(
                            confirm("{'title': 'Sure?', 'input': 'Why?'}"),
                            confirm("{'title': 'Sure?', 'button_label': 'Yes', 'input': {'type': 'token'}}"),
                            confirm("{'title': 'Sure?', 'button_label': 'Yes', 'input': 'Why?', 'mandatory': 'yes'}"))),
            Map.entry(
                    "references",
                    List.of(
                            "{'text': '[Go]($go)', 'references': {}}",
                            "{'text': 'Go', 'references': {'go': {'type': 'button', 'object': " + BUTTON + "}}}",
                            instant("{'label': 'Go', 'key': 'go', 'action': {'type': 'copy', 'data': {'text': 'x'}}}"),
                            instant(
                                    "{'label': 'Go', 'action': {'type': 'open.url', 'data': {'web': 'https://x.com'}}}"))),
            Map.entry(
                    "slides",
                    List.of(
                            slide("{'type': 'table', 'data': {'headers': ['A', 'B'], 'rows': [{'A': '1'}],"
                                    + " 'styles': {'width': [50, 40]}}}"),
                            slide("{'type': 'percentage_chart', 'data': [{'label': 'x', 'value': true}]}"),
                            slide("{'type': 'images', 'data': ['ftp://zylker.com/x.png']}"),
                            slide("{'type': 'text', 'data': '" + LONG + "'}"))),
            Map.entry(
                    "fields",
                    List.of(
                            "{'text': 'x', 'hint': '" + "x".repeat(101) + "'}",
                            "{'text': 'x', 'sync_message': 'yes', 'styles': {'background': 'purple'}}",
                            "{'text': 'x', 'user_ids': '55622663,,55622664'}",
                            "{'text': 'x', 'user_ids': '55622663', 'userids': '55622664'}")),
            Map.entry(
                    "values",
                    List.of(
                            "{'text': 5, 'hint': null}",
                            "{'text': 'x', 'text': 'y'}",
                            "{'text': 'x', 'slides': [null]}",
                            "{'text': '\\ud83d'}",
                            "['text']")));

    private BrokenMessages() {}

    /** What is said of the messages of one chapter, a line for each violation. */
    static List<String> of(String chapter) {
        if (chapter.equals("unknown")) {
            return broken("{'text': 'x', 'priority': {'level': 2}}", RuleLevel.REFERENCE, UnknownFields.REJECT)
                    .toList();
        }
        return CHAPTERS.get(chapter).stream()
                .flatMap(message -> broken(message, RuleLevel.STRICT, UnknownFields.PASS))
                .toList();
    }

    private static Stream<String> broken(String message, RuleLevel level, UnknownFields unknown) {
        MessageRules rules =
                MessageRules.builder().level(level).unknownFields(unknown).build();
        try {
            List<Violation> violations =
                    rules.check(MessageReader.read(MessageJson.parse(message.replace('\'', '"'))), TargetKind.CHAT);
            if (violations.isEmpty()) {
                throw new IllegalStateException("breaks no rule: " + message);
            }
            return violations.stream().map(Violation::toString);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(message, e);
        }
    }

    private static String keyed(String key) {
        return BUTTON.replace("{'label'", "{'key': '" + key + "', 'label'");
    }

    private static String action(String action) {
        return "{'text': 'x', 'buttons': [{'label': 'Go', 'type': '+', 'action': " + action + "}]}";
    }

    private static String confirm(String confirm) {
        return action("{'type': 'copy', 'data': {'text': 'x'}, 'confirm': " + confirm + "}");
    }

    private static String instant(String button) {
        return "{'text': '[Go]($go)', 'references': {'go': {'type': 'button', 'object': " + button + "}}}";
    }

    private static String slide(String slide) {
        return "{'text': 'x', 'slides': [" + slide + "]}";
    }
}
