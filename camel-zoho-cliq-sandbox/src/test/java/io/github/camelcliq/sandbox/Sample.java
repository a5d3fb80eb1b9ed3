package io.github.camelcliq.sandbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Pieces of messages, as JSON with single quotes, that lack nothing but what a test adds. */
public final class Sample {

    public static final String FUNCTION_DATA = "{'name': 'approve', 'owner': 'a@x.com'}";
    public static final String FUNCTION = action("invoke.function", FUNCTION_DATA);
    public static final String CONFIRM = "'title': 'Sure?', 'input': 'Why?', 'button_label': 'Yes'";

    /** The confirmation example of the buttons reference, to the letter. */
    public static final String Q4_BUDGET = """
            {
              "text": "The Q4 marketing budget is ready for review.",
              "card": { "title": "Q4 Budget Proposal", "theme": "modern-inline" },
              "hint": "Please review the allocation details before approval.",
              "buttons": [
                { "label": "Approve Budget", "type": "+", "key": "approve_budget_q4",
                  "action": { "type": "invoke.function",
                              "data": { "name": "approve_q4_budget", "owner": "finance@zylker.com" },
                              "confirm": { "title": "Finalize Budget Approval", "description": "Please provide approval remarks before proceeding.",
                                           "input": "Enter approval remarks", "emotion": "positive",
                                           "button_label": "Confirm Approval", "cancel_button_label": "Review Again", "mandatory": "true" } } }
              ]
            }
            """;

    private Sample() {}

    /** A string of so many characters. */
    public static String chars(int length) {
        return "'" + "x".repeat(length) + "'";
    }

    /** An array. */
    public static String array(String... entries) {
        return "[" + String.join(", ", entries) + "]";
    }

    /** An array of so many equal entries. */
    public static String times(int count, String entry) {
        String[] entries = new String[count];
        Arrays.fill(entries, entry);
        return array(entries);
    }

    /** A message with more fields. */
    public static String message(String... fields) {
        return "{'text': 'Hi'" + more(fields) + "}";
    }

    public static String card(String... fields) {
        return message("'card': {" + String.join(", ", fields) + "}");
    }

    public static String poll(String... fields) {
        return card("'theme': 'poll'", String.join(", ", fields));
    }

    public static String buttons(String... buttons) {
        return message("'buttons': " + array(buttons));
    }

    /** A button with more fields. */
    public static String button(String... fields) {
        String type = Arrays.stream(fields).anyMatch(field -> field.startsWith("'type'")) ? "" : ", 'type': '+'";
        return "{'label': 'Go', 'action': " + FUNCTION + type + more(fields) + "}";
    }

    public static String buttonThat(String action) {
        return buttons("{'label': 'Go', 'type': '+', 'action': " + action + "}");
    }

    public static String action(String type, String data) {
        return "{'type': '" + type + "', 'data': " + data + "}";
    }

    /** A message with a button that asks for confirmation. */
    public static String confirm(String... fields) {
        return buttonThat("{'type': 'invoke.function', 'data': " + FUNCTION_DATA + ", 'confirm': {"
                + String.join(", ", fields) + "}}");
    }

    /** A message with an instant button {@code k} that is used in the text. */
    public static String instant(String object) {
        return "{'text': '[Go]($k)', 'references': {'k': {'type': 'button', 'object': " + object + "}}}";
    }

    /** A message with one slide. */
    public static String slide(String type, String data, String... fields) {
        return message("'slides': [{'type': '" + type + "', 'data': " + data + more(fields) + "}]");
    }

    private static String more(String... fields) {
        return Arrays.stream(fields).map(field -> ", " + field).collect(Collectors.joining());
    }
}
