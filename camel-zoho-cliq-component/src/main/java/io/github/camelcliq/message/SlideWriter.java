package io.github.camelcliq.message;

import java.io.IOException;

/** Writes slides, by their type, and what they show. */
final class SlideWriter {

    private SlideWriter() {}

    static void slide(Slide slide, FieldWriter fields) throws IOException {
        fields.start();
        fields.string(FieldName.TYPE, slide.type());
        fields.string(FieldName.TITLE, slide.title());
        if (slide instanceof TableSlide table) {
            fields.part(FieldName.DATA, table.data(), SlideWriter::detail);
        } else if (slide instanceof ListSlide list) {
            fields.strings(FieldName.DATA, PlainValues.written(list.data()));
            fields.part(FieldName.STYLES, list.styles(), SlideWriter::detail);
        } else if (slide instanceof LabelSlide labels) {
            fields.cells(FieldName.DATA, labels.data());
        } else if (slide instanceof ImagesSlide images) {
            fields.strings(FieldName.DATA, PlainValues.written(images.data()));
        } else if (slide instanceof TextSlide text) {
            fields.string(FieldName.DATA, text.data());
        } else if (slide instanceof PercentageChartSlide chart) {
            fields.parts(FieldName.DATA, PlainValues.written(chart.data()), SlideWriter::detail);
            fields.part(FieldName.STYLES, chart.styles(), SlideWriter::detail);
        } else if (slide instanceof GraphSlide graph) {
            fields.parts(FieldName.DATA, PlainValues.written(graph.data()), SlideWriter::detail);
            fields.part(FieldName.STYLES, graph.styles(), SlideWriter::detail);
        } else {
            throw MessageWriter.unknown(slide);
        }
        fields.parts(FieldName.BUTTONS, slide.buttons(), ButtonWriter::button);
        fields.end(slide.other());
    }

    /** What stands inside a slide. */
    static void detail(MessagePart part, FieldWriter fields) throws IOException {
        fields.start();
        if (part instanceof TableData table) {
            fields.strings(FieldName.HEADERS, table.headers());
            fields.cells(FieldName.ROWS, table.rows());
            fields.part(FieldName.STYLES, table.styles(), SlideWriter::detail);
        } else if (part instanceof ChartEntry entry) {
            fields.string(FieldName.LABEL, entry.label());
            fields.plain(FieldName.VALUE, entry.value());
        } else if (part instanceof GraphCategory category) {
            fields.string(FieldName.CATEGORY, category.category());
            fields.parts(FieldName.VALUES, PlainValues.written(category.values()), SlideWriter::detail);
        } else {
            styles(part, fields);
        }
        fields.end(part.other());
    }

    private static void styles(MessagePart part, FieldWriter fields) throws IOException {
        if (part instanceof TableStyles styles) {
            fields.integers(FieldName.WIDTH, styles.width());
            fields.part(FieldName.STICKY, styles.sticky(), SlideWriter::detail);
        } else if (part instanceof Sticky sticky) {
            fields.integer(FieldName.ROWS, sticky.rows());
            fields.integer(FieldName.COLUMNS, sticky.columns());
        } else if (part instanceof ListStyles styles) {
            fields.choice(FieldName.TYPE, styles.type());
        } else if (part instanceof PercentageChartStyles styles) {
            fields.choice(FieldName.PREVIEW, styles.preview());
        } else if (part instanceof GraphStyles styles) {
            fields.choice(FieldName.PREVIEW, styles.preview());
            fields.string(FieldName.X_AXIS, styles.xAxis());
            fields.string(FieldName.Y_AXIS, styles.yAxis());
        } else {
            throw MessageWriter.unknown(part);
        }
    }
}
