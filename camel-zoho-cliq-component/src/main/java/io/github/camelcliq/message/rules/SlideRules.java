package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.GraphSlide;
import io.github.camelcliq.message.ImagesSlide;
import io.github.camelcliq.message.LabelSlide;
import io.github.camelcliq.message.ListMarker;
import io.github.camelcliq.message.ListSlide;
import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.PercentageChartSlide;
import io.github.camelcliq.message.PlainValues;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.TableSlide;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.TextSlide;
import io.github.camelcliq.message.json.MessageJson;
import java.util.List;
import java.util.Map;

/** The rules for slides (message formats reference). */
final class SlideRules {

    private final OtherFieldRules otherFields;
    private final ButtonRules buttons;
    private final TableRules tables;
    private final ChartRules charts;

    SlideRules(OtherFieldRules otherFields) {
        this.otherFields = otherFields;
        this.buttons = new ButtonRules(otherFields);
        this.tables = new TableRules(otherFields);
        this.charts = new ChartRules(otherFields);
    }

    Findings check(List<Slide> slides, TargetKind kind) {
        if (slides == null || slides.isEmpty()) {
            return Findings.NONE;
        }
        Findings found = TextRules.atMost(slides, MessageLimit.SLIDES).and(together(slides));
        for (int i = 0; i < slides.size(); i++) {
            found = found.and(
                    slide(slides.get(i)).and(chart(slides.get(i), kind)).at(i));
        }
        return found;
    }

    private Findings slide(Slide slide) {
        if (slide == null) {
            return TextRules.nullEntry();
        }
        return TextRules.optional(slide.title())
                .at("title")
                .and(data(slide).at("data"))
                .and(styles(slide).at("styles"))
                .and(buttons.check(slide.buttons()).at("buttons"))
                .and(otherFields.check(slide.other()));
    }

    private static Findings chart(Slide slide, TargetKind kind) {
        boolean chart = slide instanceof PercentageChartSlide || slide instanceof GraphSlide;
        return chart && kind == TargetKind.BOT
                ? Findings.of(Rule.BOT_CHART, "no charts and graphs", QuotedValue.text(slide.type()))
                        .at("type")
                : Findings.NONE;
    }

    private Findings data(Slide slide) {
        if (slide instanceof TableSlide table) {
            return tables.check(table.data());
        }
        if (slide instanceof ListSlide list) {
            return entries(list.data());
        }
        if (slide instanceof LabelSlide labels) {
            return labels(labels.data());
        }
        if (slide instanceof ImagesSlide images) {
            return images(images.data());
        }
        if (slide instanceof TextSlide text) {
            return TextRules.required(text.data());
        }
        if (slide instanceof PercentageChartSlide chart) {
            return charts.percentages(chart.data());
        }
        return charts.categories(((GraphSlide) slide).data());
    }

    private Findings styles(Slide slide) {
        if (slide instanceof ListSlide list && list.styles() != null) {
            return marker(list.styles().type())
                    .at("type")
                    .and(otherFields.check(list.styles().other()));
        }
        if (slide instanceof PercentageChartSlide chart && chart.styles() != null) {
            return otherFields.check(chart.styles().other());
        }
        if (slide instanceof GraphSlide graph && graph.styles() != null) {
            return charts.graphStyles(graph.styles());
        }
        return Findings.NONE;
    }

    private static Findings marker(ListMarker marker) {
        return marker == ListMarker.BULLETED
                ? Findings.of(Rule.BULLETED, "one of the list's styles", QuotedValue.text(marker.jsonName()))
                : Findings.NONE;
    }

    private static Findings entries(List<String> entries) {
        if (entries == null) {
            return TextRules.missing();
        }
        Findings found = TextRules.notEmpty(PlainValues.written(entries), "entries");
        for (int i = 0; i < entries.size(); i++) {
            String entry = entries.get(i);
            found = found.and((entry == null ? Findings.NONE : TextRules.required(entry)).at(i));
        }
        return found;
    }

    private static Findings labels(List<Map<String, String>> labels) {
        if (labels == null) {
            return TextRules.missing();
        }
        Findings found = TextRules.notEmpty(PlainValues.written(labels), "labels");
        for (int i = 0; i < labels.size(); i++) {
            found = found.and(label(labels.get(i)).at(i));
        }
        return found;
    }

    private static Findings label(Map<String, String> label) {
        if (label == null) {
            return Findings.NONE;
        }
        return label.isEmpty()
                ? Findings.of(Rule.EMPTY, "a name and its value", "an empty object")
                : TableRules.cells(label);
    }

    private static Findings images(List<String> urls) {
        if (urls == null) {
            return TextRules.missing();
        }
        Findings found = TextRules.notEmpty(PlainValues.written(urls), "images");
        for (int i = 0; i < urls.size(); i++) {
            String url = urls.get(i);
            found = found.and((url == null ? Findings.NONE : UrlRules.picture(url)).at(i));
        }
        return found;
    }

    /** Checks the length of all slides together, as JSON; see {@link MessageLimit#counting()}. */
    private static Findings together(List<Slide> slides) {
        int length = MessageJson.length(slides);
        return length <= MessageLimit.SLIDES_LENGTH.value()
                ? Findings.NONE
                : Findings.of(
                        Rule.LIMIT,
                        "all slides together " + MessageLimit.SLIDES_LENGTH.rule(),
                        QuotedValue.count(length, "characters"));
    }
}
