package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.ChartEntry;
import io.github.camelcliq.message.GraphCategory;
import io.github.camelcliq.message.GraphStyles;
import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.PlainValues;
import java.util.List;

/** The rules for percentage charts and graphs (message formats reference). */
final class ChartRules {

    private final OtherFieldRules otherFields;

    ChartRules(OtherFieldRules otherFields) {
        this.otherFields = otherFields;
    }

    Findings percentages(List<ChartEntry> entries) {
        return entries(entries, MessageLimit.CHART_ENTRIES);
    }

    Findings categories(List<GraphCategory> categories) {
        if (categories == null) {
            return TextRules.missing();
        }
        List<GraphCategory> written = PlainValues.written(categories);
        Findings found = TextRules.notEmpty(written, MessageLimit.GRAPH_CATEGORIES.unit())
                .and(TextRules.atMost(written, MessageLimit.GRAPH_CATEGORIES));
        for (int i = 0; i < categories.size(); i++) {
            found = found.and(category(categories.get(i)).at(i));
        }
        return found;
    }

    Findings graphStyles(GraphStyles styles) {
        return TextRules.optional(styles.xAxis(), MessageLimit.CHART_LABEL)
                .at("x_axis")
                .and(TextRules.optional(styles.yAxis(), MessageLimit.CHART_LABEL)
                        .at("y_axis"))
                .and(otherFields.check(styles.other()));
    }

    private Findings category(GraphCategory category) {
        if (PlainValues.isLeftOut(category)) {
            return Findings.NONE;
        }
        return TextRules.required(category.category(), MessageLimit.CHART_LABEL)
                .at("category")
                .and(entries(category.values(), MessageLimit.GRAPH_VALUES).at("values"))
                .and(otherFields.check(category.other()));
    }

    private Findings entries(List<ChartEntry> entries, MessageLimit limit) {
        if (entries == null) {
            return TextRules.missing();
        }
        List<ChartEntry> written = PlainValues.written(entries);
        Findings found = TextRules.notEmpty(written, limit.unit()).and(TextRules.atMost(written, limit));
        for (int i = 0; i < entries.size(); i++) {
            found = found.and(entry(entries.get(i)).at(i));
        }
        return found;
    }

    private Findings entry(ChartEntry entry) {
        if (PlainValues.isLeftOut(entry)) {
            return Findings.NONE;
        }
        return TextRules.required(entry.label(), MessageLimit.CHART_LABEL)
                .at("label")
                .and(figure(entry.value()).at("value"))
                .and(otherFields.check(entry.other()));
    }

    private static Findings figure(Object value) {
        return value instanceof String text ? TextRules.required(text) : Findings.NONE;
    }
}
