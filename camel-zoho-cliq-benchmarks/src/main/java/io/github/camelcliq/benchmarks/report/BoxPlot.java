package io.github.camelcliq.benchmarks.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGSyntax;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BoxChartBuilder;
import org.w3c.dom.Document;

/** Several samples beside each other, each as a box from quartile to quartile with whiskers. Drawn as SVG. */
public final class BoxPlot {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;

    /** Of coordinates behind the point; letters are drawn as shapes, and more make large files. */
    private static final int DIGITS = 1;

    private final String title;
    private final String axis;
    private final Map<String, Sample> samples = new LinkedHashMap<>();

    /** @param axis what is measured, with its unit */
    public BoxPlot(String title, String axis) {
        this.title = title;
        this.axis = axis;
    }

    public BoxPlot add(String label, Sample sample) {
        samples.put(label, sample);
        return this;
    }

    public String title() {
        return title;
    }

    /** Draws it, in the place of what the file was. */
    public void write(Path file) throws IOException {
        SVGGeneratorContext drawing = SVGGeneratorContext.createDefault(emptyDrawing());
        drawing.setPrecision(DIGITS);
        SVGGraphics2D pen = new SVGGraphics2D(drawing, false);
        pen.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        chart().paint(pen, WIDTH, HEIGHT);
        try (Writer svg = Files.newBufferedWriter(file)) {
            pen.stream(svg, true);
        }
    }

    private static Document emptyDrawing() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVGSyntax.SVG_NAMESPACE_URI, SVGSyntax.SVG_SVG_TAG, null);
        } catch (ParserConfigurationException none) {
            throw new IllegalStateException("no XML in this Java", none);
        }
    }

    private BoxChart chart() {
        BoxChart chart = new BoxChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(axis)
                .build();
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        chart.getStyler()
                .setShowWithinAreaPoint(true)
                .setChartBackgroundColor(Color.WHITE)
                .setLegendVisible(false)
                .setChartTitleFont(font.deriveFont(Font.BOLD, 14f))
                .setBaseFont(font);
        chart.getStyler().setXAxisLabelRotation(30);
        samples.forEach((label, sample) -> chart.addSeries(label, sample.values()));
        return chart;
    }
}
