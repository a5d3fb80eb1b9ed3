package io.github.camelcliq.message;

import java.io.IOException;

/** Writes slides, by their type, and what they show. */
final class SlideWriter {

    private SlideWriter() {}

    static void slide(Slide slide, FieldWriter fields) throws IOException {
        fields.start();
        fields.string("type", slide.type());
        fields.string("title", slide.title());
        if (slide instanceof TableSlide table) {
            fields.part("data", table.data(), SlideWriter::detail);
        } else if (slide instanceof ListSlide list) {
            fields.strings("data", list.data());
            fields.part("styles", list.styles(), SlideWriter::detail);
        } else if (slide instanceof LabelSlide labels) {
            fields.cells("data", labels.data());
        } else if (slide instanceof ImagesSlide images) {
            fields.strings("data", images.data());
        } else if (slide instanceof TextSlide text) {
            fields.string("data", text.data());
        } else if (slide instanceof PercentageChartSlide chart) {
            fields.parts("data", chart.data(), SlideWriter::detail);
            fields.part("styles", chart.styles(), SlideWriter::detail);
        } else if (slide instanceof GraphSlide graph) {
            fields.parts("data", graph.data(), SlideWriter::detail);
            fields.part("styles", graph.styles(), SlideWriter::detail);
        } else {
            throw MessageWriter.unknown(slide);
        }
        fields.parts("buttons", slide.buttons(), ButtonWriter::button);
        fields.end(slide.other());
    }

    /** What stands inside a slide. */
    static void detail(MessagePart part, FieldWriter fields) throws IOException {
        fields.start();
        if (part instanceof TableData table) {
            fields.strings("headers", table.headers());
            fields.cells("rows", table.rows());
            fields.part("styles", table.styles(), SlideWriter::detail);
        } else if (part instanceof ChartEntry entry) {
            fields.string("label", entry.label());
            fields.plain("value", entry.value());
        } else if (part instanceof GraphCategory category) {
            fields.string("category", category.category());
            fields.parts("values", category.values(), SlideWriter::detail);
        } else {
            styles(part, fields);
        }
        fields.end(part.other());
    }

    private static void styles(MessagePart part, FieldWriter fields) throws IOException {
        if (part instanceof TableStyles styles) {
            fields.integers("width", styles.width());
            fields.part("sticky", styles.sticky(), SlideWriter::detail);
        } else if (part instanceof Sticky sticky) {
            fields.integer("rows", sticky.rows());
            fields.integer("columns", sticky.columns());
        } else if (part instanceof ListStyles styles) {
            fields.choice("type", styles.type());
        } else if (part instanceof PercentageChartStyles styles) {
            fields.choice("preview", styles.preview());
        } else if (part instanceof GraphStyles styles) {
            fields.choice("preview", styles.preview());
            fields.string("x_axis", styles.xAxis());
            fields.string("y_axis", styles.yAxis());
        } else {
            throw MessageWriter.unknown(part);
        }
    }
}
