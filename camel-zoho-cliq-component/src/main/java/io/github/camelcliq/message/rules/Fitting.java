package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.UnicodeText;
import io.github.camelcliq.message.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The fitting of one message: the places that break rules, the possible changes, and the changes made. */
final class Fitting {

    /** Only halves of pairs: a regular expression reads a whole pair as one character. */
    private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

    private static final String REPLACEMENT = "\uFFFD";

    private final RuleLevel level;
    private final Map<String, String> broken = new HashMap<>();
    private final List<Violation> remarks = new ArrayList<>();

    /**
     * @param violations what the message breaks; nothing is changed elsewhere
     * @param level the level at which it does
     */
    Fitting(List<Violation> violations, RuleLevel level) {
        this.level = level;
        violations.forEach(violation -> broken.putIfAbsent(violation.pointer(), violation.rule()));
    }

    List<Violation> remarks() {
        return remarks;
    }

    boolean isBroken(String at) {
        return broken.containsKey(at);
    }

    /** Returns the rule that is broken there, in words. */
    String rule(String at) {
        return broken.get(at);
    }

    private boolean refuses(Rule rule) {
        return rule.isRefusedAt(level);
    }

    void remark(String at, String done, String actual) {
        remarks.add(new Violation(at, done, actual));
    }

    /** Cuts a button's label to one of the two limits that the pages have. */
    String label(String at, String label) {
        return cut(at, label, refuses(Rule.LABEL_LENGTH) ? MessageLimit.BUTTON_LABEL : MessageLimit.LONGEST_LABEL);
    }

    /** Cuts a visible text to its limit, if the level refuses more. */
    String cut(String at, String text, MessageLimit limit) {
        return refuses(limit.broken()) ? cut(at, text, limit.value(), limit.rule()) : whole(at, text);
    }

    String cut(String at, String text, int limit, String rule) {
        String whole = whole(at, text);
        if (whole == null || !isBroken(at) || whole.length() <= limit) {
            return whole;
        }
        remark(at, "cut to " + rule, QuotedValue.length(whole));
        return TextCut.cut(whole, limit);
    }

    /** Returns a visible text with a replacement character for each half of a surrogate pair. */
    String whole(String at, String text) {
        if (text == null || !isBroken(at) || UnicodeText.isWellFormed(text)) {
            return text;
        }
        remark(at, "half a surrogate pair replaced by U+FFFD", QuotedValue.text(text));
        return HALF_PAIR.matcher(text).replaceAll(REPLACEMENT);
    }

    /** Returns the first entries of a list, as many as Cliq takes. */
    <T> List<T> first(String at, List<T> entries, MessageLimit limit) {
        if (entries == null || !isBroken(at) || entries.size() <= limit.value()) {
            return entries;
        }
        remark(at, "cut to " + limit.rule(), QuotedValue.count(entries.size(), limit.unit()));
        return entries.subList(0, limit.value());
    }

    /** Fits each entry of a list. */
    static <T> List<T> each(String at, List<T> entries, BiFunction<String, T, T> fitted) {
        if (entries == null) {
            return null;
        }
        List<T> all = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            T entry = entries.get(i);
            all.add(entry == null ? null : fitted.apply(at + "/" + i, entry));
        }
        return all;
    }
}
