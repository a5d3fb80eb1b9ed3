package io.github.camelcliq.sandbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Pieces of messages, as JSON with single quotes, that lack nothing but what a test adds. */
final class Sample {

    static final String FUNCTION_DATA = "{'name': 'approve', 'owner': 'a@x.com'}";
    static final String FUNCTION = action("invoke.function", FUNCTION_DATA);
    static final String CONFIRM = "'title': 'Sure?', 'input': 'Why?', 'button_label': 'Yes'";

    private Sample() {}

    /** A string of so many characters. */
    static String chars(int length) {
        return "'" + "x".repeat(length) + "'";
    }

    /** An array. */
    static String array(String... entries) {
        return "[" + String.join(", ", entries) + "]";
    }

    /** An array of so many equal entries. */
    static String times(int count, String entry) {
        String[] entries = new String[count];
        Arrays.fill(entries, entry);
        return array(entries);
    }

    /** A message with more fields. */
    static String message(String... fields) {
        return "{'text': 'Hi'" + more(fields) + "}";
    }

    static String card(String... fields) {
        return message("'card': {" + String.join(", ", fields) + "}");
    }

    static String poll(String... fields) {
        return card("'theme': 'poll'", String.join(", ", fields));
    }

    static String buttons(String... buttons) {
        return message("'buttons': " + array(buttons));
    }

    /** A button with more fields. */
    static String button(String... fields) {
        String type = Arrays.stream(fields).anyMatch(field -> field.startsWith("'type'")) ? "" : ", 'type': '+'";
        return "{'label': 'Go', 'action': " + FUNCTION + type + more(fields) + "}";
    }

    static String buttonThat(String action) {
        return buttons("{'label': 'Go', 'type': '+', 'action': " + action + "}");
    }

    static String action(String type, String data) {
        return "{'type': '" + type + "', 'data': " + data + "}";
    }

    /** A message with a button that asks for confirmation. */
    static String confirm(String... fields) {
        return buttonThat("{'type': 'invoke.function', 'data': " + FUNCTION_DATA + ", 'confirm': {"
                + String.join(", ", fields) + "}}");
    }

    /** A message with an instant button {@code k} that is used in the text. */
    static String instant(String object) {
        return "{'text': '[Go]($k)', 'references': {'k': {'type': 'button', 'object': " + object + "}}}";
    }

    /** A message with one slide. */
    static String slide(String type, String data, String... fields) {
        return message("'slides': [{'type': '" + type + "', 'data': " + data + more(fields) + "}]");
    }

    private static String more(String... fields) {
        return Arrays.stream(fields).map(field -> ", " + field).collect(Collectors.joining());
    }
}
