package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows values in violations: short, on one line, and without characters that would confuse a log. */
public final class QuotedValue {

    private static final int TEXT_LENGTH = 40;
    private static final int POINTER_LENGTH = 200;

    private QuotedValue() {}

    /** Quotes a string. A string that is cut is followed by its length. */
    public static String text(String text) {
        String shown = escaped(text, TEXT_LENGTH);
        return shown.endsWith("…") ? quoted(shown, text) : '"' + shown + '"';
    }

    /** Quotes a string, always with its length. */
    public static String length(String text) {
        return quoted(escaped(text, TEXT_LENGTH), text);
    }

    private static String quoted(String shown, String text) {
        return '"' + shown + "\" (" + count(text.length(), "characters") + ")";
    }

    /** Returns a number and its noun: {@code 6 buttons}. */
    public static String count(int count, String things) {
        return figure(count) + " " + (count == 1 ? singular(things) : things);
    }

    private static String singular(String things) {
        if (things.endsWith("ies")) {
            return things.substring(0, things.length() - 3) + "y";
        }
        return things.endsWith("s") ? things.substring(0, things.length() - 1) : things;
    }

    /** Shows a node: a scalar as it is, an object or array by its kind. */
    public static String node(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> text(node.textValue());
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case NULL -> "null";
            case BOOLEAN, NUMBER -> cut(node.asText(), TEXT_LENGTH);
            default -> "no JSON value";
        };
    }

    /** Shows a plain value: a scalar as it is, an object or array by its kind. */
    public static String plain(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Map) {
            return "an object";
        }
        return value instanceof List ? "an array" : cut(String.valueOf(value), TEXT_LENGTH);
    }

    /** Returns a whole number with separators: {@code 10,000}. */
    public static String figure(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String pointer(String pointer) {
        return escaped(pointer, POINTER_LENGTH);
    }

    /** Returns the first characters, never half a surrogate pair, with an ellipsis if something was cut. */
    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, UnicodeText.wholeCharacters(text, length - 1)) + '…';
    }

    /** Returns the beginning of a text on one line, of at most {@code length} characters as shown. */
    private static String escaped(String text, int length) {
        StringBuilder line = new StringBuilder(length + 16);
        int cut = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            append(line, text.codePointAt(i));
            if (line.length() > length) {
                line.setLength(cut);
                return line.append('…').toString();
            }
            cut = line.length() < length ? line.length() : cut;
        }
        return line.toString();
    }

    /**
     * Escapes line breaks, which end a log entry, and control and format characters, which change how the rest looks.
     */
    private static void append(StringBuilder line, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> escape(line, codePoint);
            default -> line.appendCodePoint(codePoint);
        }
    }

    private static void escape(StringBuilder line, int codePoint) {
        switch (codePoint) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                for (char unit : Character.toChars(codePoint)) {
                    line.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
                }
            }
        }
    }
}
