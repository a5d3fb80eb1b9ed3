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

    static Slide slide(Place place) {
        Place type = place.field("type");
        if (type == null) {
            place.missing("type", TYPES);
            return null;
        }
        return switch (type.isText() ? type.text() : "") {
            case TableSlide.TYPE -> table(place);
            case ListSlide.TYPE -> list(place);
            case LabelSlide.TYPE -> labels(place);
            case ImagesSlide.TYPE, "image" -> images(place);
            case TextSlide.TYPE -> text(place);
            case PercentageChartSlide.TYPE -> percentageChart(place);
            case GraphSlide.TYPE -> graph(place);
            default -> type.misfit(TYPES);
        };
    }

    private static Slide table(Place place) {
        return new TableSlide(title(place), tableData(place), buttons(place), place.others(TableSlide.FIELDS));
    }

    /** The table's data, with the styles that stand inside (formats) or beside it (platform help). */
    private static TableData tableData(Place slide) {
        TableData data = slide.object("data", SlideReader::dataAlone);
        Place beside = slide.field("styles");
        if (beside == null) {
            return data;
        }
        Place inside = slide.field("data") == null ? null : slide.field("data").field("styles");
        if (inside != null) {
            beside.misfit("styles stand in data or beside it, not both");
            return data;
        }
        beside.movedTo(slide.pointer() + "/data/styles");
        TableStyles styles = beside.object(SlideReader::tableStyles);
        return data == null ? null : new TableData(data.headers(), data.rows(), styles, data.other());
    }

    private static TableData dataAlone(Place data) {
        return new TableData(
                data.strings("headers"),
                cells(data, "rows", Rule.TABLE_CELL),
                data.object("styles", SlideReader::tableStyles),
                data.others(TableData.FIELDS));
    }

    private static TableStyles tableStyles(Place styles) {
        return new TableStyles(
                styles.list("width", Place::integer),
                styles.object("sticky", SlideReader::sticky),
                styles.others(TableStyles.FIELDS));
    }

    private static Sticky sticky(Place place) {
        return new Sticky(place.integer("rows"), place.integer("columns"), place.others(Sticky.FIELDS));
    }

    private static Slide list(Place place) {
        return new ListSlide(
                title(place),
                place.strings("data"),
                place.object("styles", SlideReader::listStyles),
                buttons(place),
                place.others(ListSlide.FIELDS));
    }

    private static ListStyles listStyles(Place place) {
        return new ListStyles(place.choice("type", ListMarker.class), place.others(ListStyles.FIELDS));
    }

    private static Slide labels(Place place) {
        return new LabelSlide(
                title(place), cells(place, "data", Rule.LABEL_VALUE), buttons(place), place.others(LabelSlide.FIELDS));
    }

    private static Slide images(Place place) {
        return new ImagesSlide(title(place), place.strings("data"), buttons(place), place.others(ImagesSlide.FIELDS));
    }

    private static Slide text(Place place) {
        return new TextSlide(title(place), place.string("data"), buttons(place), place.others(TextSlide.FIELDS));
    }

    private static Slide percentageChart(Place place) {
        return new PercentageChartSlide(
                title(place),
                place.objects("data", SlideReader::chartEntry),
                place.object("styles", SlideReader::percentageChartStyles),
                buttons(place),
                place.others(PercentageChartSlide.FIELDS));
    }

    private static PercentageChartStyles percentageChartStyles(Place place) {
        return new PercentageChartStyles(
                place.choice("preview", PercentageChartPreview.class), place.others(PercentageChartStyles.FIELDS));
    }

    private static Slide graph(Place place) {
        return new GraphSlide(
                title(place),
                place.objects("data", SlideReader::graphCategory),
                place.object("styles", SlideReader::graphStyles),
                buttons(place),
                place.others(GraphSlide.FIELDS));
    }

    private static GraphCategory graphCategory(Place place) {
        return new GraphCategory(
                place.string("category"),
                place.objects("values", SlideReader::chartEntry),
                place.others(GraphCategory.FIELDS));
    }

    private static GraphStyles graphStyles(Place place) {
        return new GraphStyles(
                place.choice("preview", GraphPreview.class),
                place.string("x_axis"),
                place.string("y_axis"),
                place.others(GraphStyles.FIELDS));
    }

    private static ChartEntry chartEntry(Place place) {
        place.requireValue("label");
        return new ChartEntry(place.string("label"), place.figure("value"), place.others(ChartEntry.FIELDS));
    }

    private static String title(Place place) {
        return place.string("title");
    }

    private static List<Button> buttons(Place place) {
        return place.objects("buttons", ButtonReader::button);
    }

    private static List<Map<String, String>> cells(Place place, String field, Rule rule) {
        return place.objects(field, entry -> entry.entries(cell -> cell.stringOrScalar(rule)));
    }
}
