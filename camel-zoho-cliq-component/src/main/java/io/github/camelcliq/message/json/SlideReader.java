package io.github.camelcliq.message.json;

import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.ChartEntry;
import io.github.camelcliq.message.GraphCategory;
import io.github.camelcliq.message.GraphPreview;
import io.github.camelcliq.message.GraphSlide;
import io.github.camelcliq.message.GraphStyles;
import io.github.camelcliq.message.ImagesSlide;
import io.github.camelcliq.message.LabelSlide;
import io.github.camelcliq.message.ListMarker;
import io.github.camelcliq.message.ListSlide;
import io.github.camelcliq.message.ListStyles;
import io.github.camelcliq.message.PercentageChartPreview;
import io.github.camelcliq.message.PercentageChartSlide;
import io.github.camelcliq.message.PercentageChartStyles;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.Sticky;
import io.github.camelcliq.message.TableData;
import io.github.camelcliq.message.TableSlide;
import io.github.camelcliq.message.TableStyles;
import io.github.camelcliq.message.TextSlide;
import java.util.List;
import java.util.Map;

/** Reads slides by their type. */
final class SlideReader {

    private static final String TYPES = "one of table, list, label, images, text, percentage_chart, graph";

    private SlideReader() {}

    static Slide slide(NodeReader node) {
        NodeReader type = node.field("type");
        if (type == null) {
            node.missing("type", TYPES);
            return null;
        }
        return switch (type.isText() ? type.text() : "") {
            case TableSlide.TYPE -> table(node);
            case ListSlide.TYPE -> list(node);
            case LabelSlide.TYPE -> labels(node);
            case ImagesSlide.TYPE, "image" -> images(node);
            case TextSlide.TYPE -> text(node);
            case PercentageChartSlide.TYPE -> percentageChart(node);
            case GraphSlide.TYPE -> graph(node);
            default -> type.mismatch(TYPES);
        };
    }

    private static Slide table(NodeReader node) {
        return new TableSlide(title(node), tableData(node), buttons(node), node.others(TableSlide.FIELDS));
    }

    /** Reads the data of a table. Its styles stand inside (message formats) or beside it (platform help). */
    private static TableData tableData(NodeReader slide) {
        TableData data = slide.object("data", SlideReader::dataAlone);
        NodeReader beside = slide.field("styles");
        if (beside == null) {
            return data;
        }
        NodeReader inside =
                slide.field("data") == null ? null : slide.field("data").field("styles");
        if (inside != null) {
            beside.mismatch("styles stand in data or beside it, not both");
            return data;
        }
        beside.movedTo(slide.pointer() + "/data/styles");
        TableStyles styles = beside.object(SlideReader::tableStyles);
        return data == null ? null : new TableData(data.headers(), data.rows(), styles, data.other());
    }

    private static TableData dataAlone(NodeReader data) {
        return new TableData(
                data.strings("headers"),
                cells(data, "rows", Rule.TABLE_CELL),
                data.object("styles", SlideReader::tableStyles),
                data.others(TableData.FIELDS));
    }

    private static TableStyles tableStyles(NodeReader styles) {
        return new TableStyles(
                styles.list("width", NodeReader::integer),
                styles.object("sticky", SlideReader::sticky),
                styles.others(TableStyles.FIELDS));
    }

    private static Sticky sticky(NodeReader node) {
        return new Sticky(node.integer("rows"), node.integer("columns"), node.others(Sticky.FIELDS));
    }

    private static Slide list(NodeReader node) {
        return new ListSlide(
                title(node),
                node.strings("data"),
                node.object("styles", SlideReader::listStyles),
                buttons(node),
                node.others(ListSlide.FIELDS));
    }

    private static ListStyles listStyles(NodeReader node) {
        return new ListStyles(node.choice("type", ListMarker.class), node.others(ListStyles.FIELDS));
    }

    private static Slide labels(NodeReader node) {
        return new LabelSlide(
                title(node), cells(node, "data", Rule.LABEL_VALUE), buttons(node), node.others(LabelSlide.FIELDS));
    }

    private static Slide images(NodeReader node) {
        return new ImagesSlide(title(node), node.strings("data"), buttons(node), node.others(ImagesSlide.FIELDS));
    }

    private static Slide text(NodeReader node) {
        return new TextSlide(title(node), node.string("data"), buttons(node), node.others(TextSlide.FIELDS));
    }

    private static Slide percentageChart(NodeReader node) {
        return new PercentageChartSlide(
                title(node),
                node.objects("data", SlideReader::chartEntry),
                node.object("styles", SlideReader::percentageChartStyles),
                buttons(node),
                node.others(PercentageChartSlide.FIELDS));
    }

    private static PercentageChartStyles percentageChartStyles(NodeReader node) {
        return new PercentageChartStyles(
                node.choice("preview", PercentageChartPreview.class), node.others(PercentageChartStyles.FIELDS));
    }

    private static Slide graph(NodeReader node) {
        return new GraphSlide(
                title(node),
                node.objects("data", SlideReader::graphCategory),
                node.object("styles", SlideReader::graphStyles),
                buttons(node),
                node.others(GraphSlide.FIELDS));
    }

    private static GraphCategory graphCategory(NodeReader node) {
        return new GraphCategory(
                node.string("category"),
                node.objects("values", SlideReader::chartEntry),
                node.others(GraphCategory.FIELDS));
    }

    private static GraphStyles graphStyles(NodeReader node) {
        return new GraphStyles(
                node.choice("preview", GraphPreview.class),
                node.string("x_axis"),
                node.string("y_axis"),
                node.others(GraphStyles.FIELDS));
    }

    private static ChartEntry chartEntry(NodeReader node) {
        node.requireValue("label");
        return new ChartEntry(node.string("label"), node.figure("value"), node.others(ChartEntry.FIELDS));
    }

    private static String title(NodeReader node) {
        return node.string("title");
    }

    private static List<Button> buttons(NodeReader node) {
        return node.objects("buttons", ButtonReader::button);
    }

    private static List<Map<String, String>> cells(NodeReader node, String field, Rule rule) {
        return node.objects(field, entry -> entry.entries(cell -> cell.stringOrScalar(rule)));
    }
}
