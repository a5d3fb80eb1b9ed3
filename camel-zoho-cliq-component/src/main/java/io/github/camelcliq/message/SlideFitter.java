package io.github.camelcliq.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits slides: their texts and their numbers one by one, then all together. */
final class SlideFitter {

    private final Fitting fitting;
    private final ButtonFitter buttons;

    SlideFitter(Fitting fitting, ButtonFitter buttons) {
        this.fitting = fitting;
        this.buttons = buttons;
    }

    List<Slide> slides(String at, List<Slide> slides) {
        List<Slide> first = fitting.first(at, slides, MessageLimit.SLIDES);
        List<Slide> fitted = Fitting.each(at, first, this::slide);
        return fitted == null ? null : new SlideRoom(fitting).share(at, fitted);
    }

    private Slide slide(String at, Slide slide) {
        return data(at + "/data", slide)
                .like(slide)
                .title(fitting.whole(at + "/title", slide.title()))
                .buttons(buttons.buttons(at + "/buttons", slide.buttons()))
                .build();
    }

    private Slide.Builder data(String at, Slide slide) {
        if (slide instanceof TableSlide table) {
            return new TableSlide.Builder(table(at, table.data()));
        }
        if (slide instanceof ListSlide list) {
            return new ListSlide.Builder(Fitting.each(at, list.data(), fitting::whole), list.styles());
        }
        if (slide instanceof LabelSlide labels) {
            return new LabelSlide.Builder(Fitting.each(at, labels.data(), this::cells));
        }
        if (slide instanceof ImagesSlide images) {
            return ImagesSlide.builder(images.data());
        }
        if (slide instanceof TextSlide text) {
            return TextSlide.builder(fitting.whole(at, text.data()));
        }
        if (slide instanceof PercentageChartSlide chart) {
            List<ChartEntry> entries = entries(at, chart.data(), MessageLimit.CHART_ENTRIES);
            return new PercentageChartSlide.Builder(entries, chart.styles());
        }
        GraphSlide graph = (GraphSlide) slide;
        List<GraphCategory> first = fitting.first(at, graph.data(), MessageLimit.GRAPH_CATEGORIES);
        GraphStyles styles = axes(at.substring(0, at.lastIndexOf('/')) + "/styles", graph.styles());
        return new GraphSlide.Builder(Fitting.each(at, first, this::category), styles);
    }

    private TableData table(String at, TableData table) {
        if (table == null) {
            return null;
        }
        return new TableData(
                Fitting.each(at + "/headers", table.headers(), fitting::whole),
                Fitting.each(at + "/rows", table.rows(), this::cells),
                table.styles(),
                table.other());
    }

    private Map<String, String> cells(String at, Map<String, String> cells) {
        Map<String, String> fitted = new LinkedHashMap<>();
        cells.forEach((name, cell) -> {
            String place = at + Pointers.segment(name);
            fitted.put(fitting.whole(place, name), fitting.whole(place, cell));
        });
        return fitted;
    }

    private List<ChartEntry> entries(String at, List<ChartEntry> entries, MessageLimit limit) {
        return Fitting.each(at, fitting.first(at, entries, limit), this::entry);
    }

    private ChartEntry entry(String at, ChartEntry entry) {
        Object value = entry.value() instanceof String text ? fitting.whole(at + "/value", text) : entry.value();
        return new ChartEntry(
                fitting.cut(at + "/label", entry.label(), MessageLimit.CHART_LABEL), value, entry.other());
    }

    private GraphCategory category(String at, GraphCategory category) {
        return new GraphCategory(
                fitting.cut(at + "/category", category.category(), MessageLimit.CHART_LABEL),
                entries(at + "/values", category.values(), MessageLimit.GRAPH_VALUES),
                category.other());
    }

    private GraphStyles axes(String at, GraphStyles styles) {
        if (styles == null) {
            return null;
        }
        return new GraphStyles(
                styles.preview(),
                fitting.cut(at + "/x_axis", styles.xAxis(), MessageLimit.CHART_LABEL),
                fitting.cut(at + "/y_axis", styles.yAxis(), MessageLimit.CHART_LABEL),
                styles.other());
    }
}
