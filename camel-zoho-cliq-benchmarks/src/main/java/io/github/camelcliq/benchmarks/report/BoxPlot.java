package io.github.camelcliq.benchmarks.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Several samples below each other, on a scale from 0: each a box from quartile to quartile with its median, whiskers
 * to the least and the most, and a dot for every value. Drawn as SVG.
 */
public final class BoxPlot {

    private static final int WIDTH = 900;
    private static final int LEFT = 200;
    private static final int RIGHT = 870;
    private static final int TOP = 50;
    private static final int ROW = 36;
    private static final int BOX = 20;
    private static final int WHISKER = 10;
    private static final int DOT = 2;
    private static final int BELOW = 50;

    private static final String STYLE = """
            text { font: 13px sans-serif; fill: #222 }
            .title { font-weight: bold; font-size: 15px; text-anchor: middle }
            .axis, .tick { text-anchor: middle }
            .label { text-anchor: end }
            .paper { fill: white }
            .grid { stroke: #ddd }
            .box { fill: #bcd3ee; stroke: #3465a4 }
            .whisker { stroke: #3465a4 }
            .median { stroke: #c4471d; stroke-width: 3 }
            .dot { fill: #222; fill-opacity: 0.5 }
            """;

    private final String title;
    private final String axis;
    private final Map<String, Sample> samples = new LinkedHashMap<>();

    /** @param axis what is measured, with its unit */
    public BoxPlot(String title, String axis) {
        this.title = title;
        this.axis = axis;
    }

    /** Adds a sample of values that are not negative. */
    public BoxPlot add(String label, Sample sample) {
        samples.put(label, sample);
        return this;
    }

    public String title() {
        return title;
    }

    /** Draws it, in the place of what the file was. */
    public void write(Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            draw(writer);
        } catch (XMLStreamException e) {
            throw new IOException(file + " cannot be written", e);
        }
    }

    private void draw(Writer writer) throws XMLStreamException {
        Svg svg = new Svg(writer, WIDTH, bottom() + BELOW, STYLE);
        svg.rectangle("paper", 0, 0, WIDTH, bottom() + BELOW);
        svg.text("title", WIDTH / 2.0, TOP / 2.0, title);
        Scale scale = Scale.upTo(
                samples.values().stream().mapToDouble(Sample::most).max().orElse(0), LEFT, RIGHT);
        drawAxis(svg, scale);
        int row = 0;
        for (Map.Entry<String, Sample> sample : samples.entrySet()) {
            double middle = TOP + (row + 0.5) * ROW;
            svg.text("label", LEFT - 10, middle + 4, sample.getKey());
            drawSample(svg, scale, sample.getValue(), middle);
            row++;
        }
        svg.end();
    }

    private int bottom() {
        return TOP + samples.size() * ROW;
    }

    private void drawAxis(Svg svg, Scale scale) throws XMLStreamException {
        for (double tick : scale.ticks()) {
            svg.line("grid", scale.at(tick), TOP, scale.at(tick), bottom());
            svg.text("tick", scale.at(tick), bottom() + 18, scale.written(tick));
        }
        svg.text("axis", (LEFT + RIGHT) / 2.0, bottom() + 40, axis);
    }

    private static void drawSample(Svg svg, Scale scale, Sample sample, double middle) throws XMLStreamException {
        double low = scale.at(sample.lowerQuartile());
        double high = scale.at(sample.upperQuartile());
        double top = middle - BOX / 2.0;
        svg.line("whisker", scale.at(sample.least()), middle, scale.at(sample.most()), middle);
        drawEnd(svg, scale.at(sample.least()), middle);
        drawEnd(svg, scale.at(sample.most()), middle);
        svg.rectangle("box", low, top, high - low, BOX);
        for (double value : sample.values()) {
            svg.circle("dot", scale.at(value), middle, DOT);
        }
        svg.line("median", scale.at(sample.median()), top, scale.at(sample.median()), top + BOX);
    }

    private static void drawEnd(Svg svg, double x, double middle) throws XMLStreamException {
        svg.line("whisker", x, middle - WHISKER / 2.0, x, middle + WHISKER / 2.0);
    }
}
