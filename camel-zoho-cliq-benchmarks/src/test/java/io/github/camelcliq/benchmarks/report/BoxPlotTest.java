package io.github.camelcliq.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What a drawn plot holds. */
class BoxPlotTest {

    @TempDir
    private Path directory;

    @Test
    void titleLabelsAndAxisAreText() throws Exception {
        Document drawing = drawing(new BoxPlot("Rate <64 in flight>", "messages/s")
                .add("cliq:", Sample.of(1, 2, 3))
                .add("vertx-http:", Sample.of(2, 3, 4)));
        assertThat(texts(drawing))
                .containsExactly(
                        "Rate <64 in flight>",
                        "0.0",
                        "0.5",
                        "1.0",
                        "1.5",
                        "2.0",
                        "2.5",
                        "3.0",
                        "3.5",
                        "4.0",
                        "messages/s",
                        "cliq:",
                        "vertx-http:");
    }

    @Test
    void everyRoundIsADotWhereItsValueIs() throws Exception {
        Document drawing = drawing(new BoxPlot("Rate", "messages/s").add("cliq:", Sample.of(0, 5, 10)));
        assertThat(attributes(drawing, "circle", "cx")).containsExactly("200", "535", "870");
    }

    @Test
    void theBoxReachesFromQuartileToQuartile() throws Exception {
        Document drawing = drawing(new BoxPlot("Rate", "messages/s").add("cliq:", Sample.of(0, 4, 5, 8, 10)));
        assertThat(attributes(drawing, "rect", "x")).containsExactly("0", "468");
        assertThat(attributes(drawing, "rect", "width")).containsExactly("900", "268");
    }

    private Document drawing(BoxPlot plot) throws Exception {
        Path file = directory.resolve("plot.svg");
        plot.write(file);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<String> texts(Document drawing) {
        NodeList texts = drawing.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(at -> texts.item(at).getTextContent())
                .toList();
    }

    private static List<String> attributes(Document drawing, String element, String attribute) {
        NodeList elements = drawing.getElementsByTagName(element);
        return IntStream.range(0, elements.getLength())
                .mapToObj(at -> elements.item(at)
                        .getAttributes()
                        .getNamedItem(attribute)
                        .getNodeValue())
                .toList();
    }
}
