package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.ChartEntry;
import io.github.camelcliq.message.GraphCategory;
import io.github.camelcliq.message.GraphSlide;
import io.github.camelcliq.message.GraphStyles;
import io.github.camelcliq.message.ImagesSlide;
import io.github.camelcliq.message.LabelSlide;
import io.github.camelcliq.message.ListSlide;
import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.PercentageChartSlide;
import io.github.camelcliq.message.Pointers;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.TableData;
import io.github.camelcliq.message.TableSlide;
import io.github.camelcliq.message.TextSlide;
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

    /** Fits the data first, then the title and the buttons. */
    private Slide slide(String at, Slide slide) {
        String place = at + "/data";
        if (slide instanceof TableSlide table) {
            TableData data = table(place, table.data());
            return new TableSlide(title(at, slide), data, buttons(at, slide), slide.other());
        }
        if (slide instanceof ListSlide list) {
            List<String> data = Fitting.each(place, list.data(), fitting::whole);
            return new ListSlide(title(at, slide), data, list.styles(), buttons(at, slide), slide.other());
        }
        if (slide instanceof LabelSlide labels) {
            List<Map<String, String>> data = Fitting.each(place, labels.data(), this::cells);
            return new LabelSlide(title(at, slide), data, buttons(at, slide), slide.other());
        }
        if (slide instanceof ImagesSlide images) {
            return new ImagesSlide(title(at, slide), images.data(), buttons(at, slide), slide.other());
        }
        if (slide instanceof TextSlide text) {
            String data = fitting.whole(place, text.data());
            return new TextSlide(title(at, slide), data, buttons(at, slide), slide.other());
        }
        if (slide instanceof PercentageChartSlide chart) {
            List<ChartEntry> data = entries(place, chart.data(), MessageLimit.CHART_ENTRIES);
            return new PercentageChartSlide(title(at, slide), data, chart.styles(), buttons(at, slide), slide.other());
        }
        return graph(at, (GraphSlide) slide);
    }

    private GraphSlide graph(String at, GraphSlide graph) {
        List<GraphCategory> first = fitting.first(at + "/data", graph.data(), MessageLimit.GRAPH_CATEGORIES);
        GraphStyles styles = axes(at + "/styles", graph.styles());
        List<GraphCategory> data = Fitting.each(at + "/data", first, this::category);
        return new GraphSlide(title(at, graph), data, styles, buttons(at, graph), graph.other());
    }

    private String title(String at, Slide slide) {
        return fitting.whole(at + "/title", slide.title());
    }

    private List<Button> buttons(String at, Slide slide) {
        return buttons.buttons(at + "/buttons", slide.buttons());
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
