package io.github.camelcliq.message;

import java.io.IOException;

/** Writes slides, by their type, and what they show. */
final class SlideWriter {

    private final FieldWriter fields;
    private final MessageWriter parts;

    SlideWriter(FieldWriter fields, MessageWriter parts) {
        this.fields = fields;
        this.parts = parts;
    }

    void slide(Slide slide) throws IOException {
        fields.start();
        fields.string("type", slide.type());
        fields.string("title", slide.title());
        if (slide instanceof TableSlide table) {
            parts.part("data", table.data());
        } else if (slide instanceof ListSlide list) {
            fields.strings("data", list.data());
            parts.part("styles", list.styles());
        } else if (slide instanceof LabelSlide labels) {
            fields.cells("data", labels.data());
        } else if (slide instanceof ImagesSlide images) {
            fields.strings("data", images.data());
        } else if (slide instanceof TextSlide text) {
            fields.string("data", text.data());
        } else if (slide instanceof PercentageChartSlide chart) {
            parts.parts("data", chart.data());
            parts.part("styles", chart.styles());
        } else if (slide instanceof GraphSlide graph) {
            parts.parts("data", graph.data());
            parts.part("styles", graph.styles());
        } else {
            throw MessageWriter.unknown(slide);
        }
        parts.parts("buttons", slide.buttons());
        fields.end(slide.other());
    }

    /** What stands inside a slide. */
    void detail(MessagePart part) throws IOException {
        fields.start();
        if (part instanceof TableData table) {
            fields.strings("headers", table.headers());
            fields.cells("rows", table.rows());
            parts.part("styles", table.styles());
        } else if (part instanceof ChartEntry entry) {
            fields.string("label", entry.label());
            fields.plain("value", entry.value());
        } else if (part instanceof GraphCategory category) {
            fields.string("category", category.category());
            parts.parts("values", category.values());
        } else {
            styles(part);
        }
        fields.end(part.other());
    }

    private void styles(MessagePart part) throws IOException {
        if (part instanceof TableStyles styles) {
            fields.integers("width", styles.width());
            parts.part("sticky", styles.sticky());
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
