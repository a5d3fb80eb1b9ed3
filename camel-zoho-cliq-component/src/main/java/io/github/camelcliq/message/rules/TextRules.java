package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Shown;
import io.github.camelcliq.message.UnicodeText;
import java.util.List;

/** The rules for all strings and lists of a message. */
final class TextRules {

    static final String REQUIRED = "required";
    static final String NOT_NULL = "an entry, not null";

    private static final String NULL = "null";

    private TextRules() {}

    static Violations required(String text, MessageLimit limit) {
        if (text == null) {
            return missing(limit);
        }
        return notBlank(text).and(atMost(text, limit)).and(wellFormed(text));
    }

    static Violations required(String text) {
        return text == null ? missing() : notBlank(text).and(wellFormed(text));
    }

    static Violations optional(String text, MessageLimit limit) {
        return text == null ? Violations.NONE : atMost(text, limit).and(wellFormed(text));
    }

    static Violations optional(String text) {
        return text == null ? Violations.NONE : wellFormed(text);
    }

    static Violations missing() {
        return Violations.missing(REQUIRED);
    }

    static Violations missing(MessageLimit limit) {
        return Violations.missing(REQUIRED + ", " + limit.rule());
    }

    static Violations nullEntry() {
        return Violations.of(Rule.SHAPE, NOT_NULL, NULL);
    }

    /** A field that some pages require and others leave out; a blank one counts as left out. */
    static Violations required(Rule rule, String text, MessageLimit limit) {
        if (text == null) {
            return Violations.of(rule, REQUIRED + ", " + limit.rule(), null);
        }
        Violations blank = notBlank(text) == Violations.NONE
                ? Violations.NONE
                : Violations.of(rule, REQUIRED + ", not blank", Shown.text(text));
        return blank.and(optional(text, limit));
    }

    /** Checks the label of a button. The pages have two limits for it. */
    static Violations label(String text) {
        boolean longest = text != null && text.length() > MessageLimit.LONGEST_LABEL.value();
        return required(text, longest ? MessageLimit.LONGEST_LABEL : MessageLimit.BUTTON_LABEL);
    }

    static Violations notBlank(String text) {
        return UnicodeText.isBlank(text) ? Violations.of(Rule.BLANK, "not blank", Shown.text(text)) : Violations.NONE;
    }

    static Violations atMost(String text, MessageLimit limit) {
        return text.length() <= limit.value()
                ? Violations.NONE
                : Violations.of(limit.broken(), limit.rule(), Shown.length(text));
    }

    static Violations atMost(List<?> entries, MessageLimit limit) {
        return entries.size() <= limit.value()
                ? Violations.NONE
                : Violations.of(limit.broken(), limit.rule(), Shown.count(entries.size(), limit.unit()));
    }

    static Violations atLeast(List<?> entries, MessageLimit limit) {
        return entries.size() >= limit.value()
                ? Violations.NONE
                : Violations.of(limit.broken(), limit.rule(), Shown.count(entries.size(), limit.unit()));
    }

    /** Required, with one entry at least. */
    static Violations notEmpty(List<?> entries, String things) {
        return entries.isEmpty()
                ? Violations.of(Rule.EMPTY, "at least one of the " + things, Shown.count(0, things))
                : Violations.NONE;
    }

    /** Refuses half a surrogate pair, since UTF-8 cannot have it. */
    static Violations wellFormed(String text) {
        return UnicodeText.isWellFormed(text)
                ? Violations.NONE
                : Violations.of(
                        Rule.SHAPE, "whole surrogate pairs only, since half a pair has no UTF-8", Shown.text(text));
    }
}
