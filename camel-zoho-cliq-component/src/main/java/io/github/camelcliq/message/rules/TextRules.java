package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.UnicodeText;
import java.util.List;

/** The rules for all strings and lists of a message. */
final class TextRules {

    static final String REQUIRED = "required";
    static final String NOT_NULL = "an entry, not null";

    private static final String NULL = "null";

    private TextRules() {}

    static Findings required(String text, MessageLimit limit) {
        if (text == null) {
            return missing(limit);
        }
        return notBlank(text).and(atMost(text, limit)).and(wellFormed(text));
    }

    static Findings required(String text) {
        return text == null ? missing() : notBlank(text).and(wellFormed(text));
    }

    static Findings optional(String text, MessageLimit limit) {
        return text == null ? Findings.NONE : atMost(text, limit).and(wellFormed(text));
    }

    static Findings optional(String text) {
        return text == null ? Findings.NONE : wellFormed(text);
    }

    static Findings missing() {
        return Findings.missing(REQUIRED);
    }

    static Findings missing(MessageLimit limit) {
        return Findings.missing(REQUIRED + ", " + limit.rule());
    }

    static Findings nullEntry() {
        return Findings.of(Rule.SHAPE, NOT_NULL, NULL);
    }

    /** Checks a field that some pages require and others leave out. A blank field counts as left out. */
    static Findings required(Rule rule, String text, MessageLimit limit) {
        if (text == null) {
            return Findings.of(rule, REQUIRED + ", " + limit.rule(), null);
        }
        Findings blank = notBlank(text) == Findings.NONE
                ? Findings.NONE
                : Findings.of(rule, REQUIRED + ", not blank", QuotedValue.text(text));
        return blank.and(optional(text, limit));
    }

    /** Checks the label of a button. The pages have two limits for it. */
    static Findings label(String text) {
        boolean longest = text != null && text.length() > MessageLimit.LONGEST_LABEL.value();
        return required(text, longest ? MessageLimit.LONGEST_LABEL : MessageLimit.BUTTON_LABEL);
    }

    static Findings notBlank(String text) {
        return UnicodeText.isBlank(text) ? Findings.of(Rule.BLANK, "not blank", QuotedValue.text(text)) : Findings.NONE;
    }

    static Findings atMost(String text, MessageLimit limit) {
        return text.length() <= limit.value()
                ? Findings.NONE
                : Findings.of(limit.broken(), limit.rule(), QuotedValue.length(text));
    }

    static Findings atMost(List<?> entries, MessageLimit limit) {
        return entries.size() <= limit.value()
                ? Findings.NONE
                : Findings.of(limit.broken(), limit.rule(), QuotedValue.count(entries.size(), limit.unit()));
    }

    static Findings atLeast(List<?> entries, MessageLimit limit) {
        return entries.size() >= limit.value()
                ? Findings.NONE
                : Findings.of(limit.broken(), limit.rule(), QuotedValue.count(entries.size(), limit.unit()));
    }

    /** Checks that a list has at least one entry. */
    static Findings notEmpty(List<?> entries, String things) {
        return entries.isEmpty()
                ? Findings.of(Rule.EMPTY, "at least one of the " + things, QuotedValue.count(0, things))
                : Findings.NONE;
    }

    /** Refuses half a surrogate pair, since UTF-8 cannot have it. */
    static Findings wellFormed(String text) {
        return UnicodeText.isWellFormed(text)
                ? Findings.NONE
                : Findings.of(
                        Rule.SHAPE,
                        "whole surrogate pairs only, since half a pair has no UTF-8",
                        QuotedValue.text(text));
    }
}
