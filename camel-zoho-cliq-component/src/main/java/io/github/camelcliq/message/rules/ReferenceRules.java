package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Rule;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The rules for instant buttons: {@code [Label]($key)} in the text, and {@code references.key} for each (buttons
 * reference). Where a message has no {@code references}, such text is only text. Our choice: the reference does not
 * say.
 */
final class ReferenceRules {

    static final String NOT_ON_INSTANT = "not on instant buttons";

    private static final String MARK = "]($";

    private final OtherFieldRules otherFields;
    private final ActionRules actions;

    ReferenceRules(OtherFieldRules otherFields) {
        this.otherFields = otherFields;
        this.actions = new ActionRules(otherFields);
    }

    /** Finds the keys in the text that have no reference. These violations are of the text. */
    Findings unexplained(String text, Map<String, InstantButton> references) {
        if (references == null || text == null) {
            return Findings.NONE;
        }
        Findings found = Findings.NONE;
        for (String key : keysIn(text)) {
            if (!references.containsKey(key)) {
                found = found.and(Findings.of(
                        Rule.UNEXPLAINED_KEY,
                        "a reference for each [Label]($key)",
                        QuotedValue.text("($" + key + ")")));
            }
        }
        return found;
    }

    Findings check(Map<String, InstantButton> references, String text) {
        if (references == null || references.isEmpty()) {
            return Findings.NONE;
        }
        Set<String> used = text == null ? Set.of() : keysIn(text);
        Findings found = Findings.NONE;
        for (Map.Entry<String, InstantButton> reference : references.entrySet()) {
            String key = reference.getKey();
            Findings use = used.contains(key) ? Findings.NONE : unused();
            found = found.and(use.and(TextRules.wellFormed(key))
                    .and(reference(reference.getValue()))
                    .at(key));
        }
        return found;
    }

    private static Findings unused() {
        return Findings.of(Rule.UNUSED_REFERENCE, "used in the text as [Label]($key)", "used nowhere");
    }

    private Findings reference(InstantButton button) {
        if (button == null) {
            return TextRules.nullEntry();
        }
        return button(button).at("object").and(otherFields.check(button.referenceOther()));
    }

    private Findings button(InstantButton button) {
        Findings arguments = button.arguments() == null ? Findings.NONE : otherFields.values(button.arguments());
        return TextRules.label(button.label())
                .at("label")
                .and(actions.instant(button.action()).at("action"))
                .and(arguments.at("arguments"))
                .and(ofCardButton(button, "hint"))
                .and(ofCardButton(button, "key"))
                .and(otherFields.check(button.other()));
    }

    /** Returns the text without the instant buttons of these keys. Their labels stay, in brackets. */
    static String without(Set<String> keys, String text) {
        if (keys.isEmpty()) {
            return text;
        }
        int longest = keys.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder left = new StringBuilder();
        int from = 0;
        int end = 0;
        for (int mark = text.indexOf(MARK); mark >= 0 && end >= 0; mark = text.indexOf(MARK, mark + 1)) {
            int key = mark + MARK.length();
            // search once only, since a hostile text has many marks
            end = end < key ? text.indexOf(')', key) : end;
            if (end >= 0 && end - key <= longest && keys.contains(text.substring(key, end))) {
                left.append(text, from, mark + 1);
                from = end + 1;
            }
        }
        return left.append(text, from, text.length()).toString();
    }

    private static Findings ofCardButton(InstantButton button, String field) {
        Object value = button.other().get(field);
        return value == null
                ? Findings.NONE
                : Findings.of(Rule.INSTANT_FIELD, NOT_ON_INSTANT, QuotedValue.plain(value))
                        .at(field);
    }

    /**
     * Returns the keys that the text refers to: those of {@code \[[^\]]+\]\(\$([^)\s]+)\)}. Without a regular
     * expression, since the expression takes a time that grows with the square of a hostile text.
     */
    static Set<String> keysIn(String text) {
        int mark = text.indexOf(MARK);
        if (mark < 0) {
            return Set.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        int open = 0;
        while (mark >= 0) {
            int next = mark + 1;
            if (hasLabel(text, open, mark)) {
                int end = endOfKey(text, mark + MARK.length());
                boolean closed = end < text.length() && text.charAt(end) == ')';
                if (closed && end > mark + MARK.length()) {
                    keys.add(text.substring(mark + MARK.length(), end));
                    open = end + 1;
                }
                // the next key ends after this one
                next = Math.max(next, end);
            }
            mark = text.indexOf(MARK, next);
        }
        return keys;
    }

    /**
     * Returns whether a label stands before the mark: a bracket after {@code start}, and something but brackets behind
     * it.
     */
    private static boolean hasLabel(String text, int start, int mark) {
        boolean label = false;
        for (int i = mark - 1; i >= start && text.charAt(i) != ']'; i--) {
            if (label && text.charAt(i) == '[') {
                return true;
            }
            label = true;
        }
        return false;
    }

    /** Returns the index of the first character that is no part of a key: a bracket, white space, or the text's end. */
    private static int endOfKey(String text, int start) {
        int end = start;
        while (end < text.length() && ")\t\n\u000B\f\r ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
