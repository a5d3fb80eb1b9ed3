package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * In a message that has references, the keys that the text names as {@code [Label]($key)} and the keys of the
 * references are the same. Our choice: the reference does not say. In a message without references,
 * {@code [Label]($key)} is plain text.
 */
final class InstantButtonUse implements MessageRule {

    @Override
    public void judge(JsonNode message, Judgement.Collector complaints) {
        JsonNode references = message.path("references");
        JsonNode text = message.path("text");
        boolean readable = text.isTextual() || text.isNull() || text.isMissingNode();
        if (!references.isObject() || !readable) {
            return;
        }
        Set<String> used = keysIn(text.isTextual() ? text.textValue() : "");
        for (String key : used) {
            if (!references.has(key)) {
                complaints.add(new Complaint(
                        "/text", "names an instant button that is not among the references", RuleLevel.STRICT));
            }
        }
        references.fieldNames().forEachRemaining(key -> {
            if (!used.contains(key)) {
                complaints.add(new Complaint(
                        Pointers.child("/references", key), "is not named in the text", RuleLevel.STRICT));
            }
        });
    }

    /**
     * Returns the keys in {@code [Label]($key)}, as {@code \[[^\]]+\]\(\$([^)\s]+)\)} finds them. One pass finds them
     * all. The expression itself would take quadratic time for a text with many brackets.
     */
    static Set<String> keysIn(String text) {
        Set<String> keys = new LinkedHashSet<>();
        int from = 0;
        int open = text.indexOf('[');
        int end = -1;
        for (int close = text.indexOf(']'); close >= 0 && open >= 0; close = text.indexOf(']', from)) {
            boolean labelled = open < close - 1;
            from = close + 1;
            if (labelled && text.startsWith("($", close + 1)) {
                int start = close + 3;
                if (end < start) {
                    end = endOfKey(text, start);
                }
                if (end > start && end < text.length() && text.charAt(end) == ')') {
                    keys.add(text.substring(start, end));
                    from = end + 1;
                }
            }
            if (open < from) {
                open = text.indexOf('[', from);
            }
        }
        return keys;
    }

    /** Returns the first bracket or white space at or after {@code start}, or the text's end. */
    private static int endOfKey(String text, int start) {
        int at = start;
        while (at < text.length() && ") \t\n\u000B\f\r".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
