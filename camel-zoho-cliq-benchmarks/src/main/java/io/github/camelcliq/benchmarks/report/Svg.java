package io.github.camelcliq.benchmarks.report;

import java.io.Writer;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A drawing in SVG, written as it is drawn: a line of the file for each shape, in the style of its class. */
final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final XMLStreamWriter xml;

    /**
     * @param writer closed by whoever brings it
     * @param style of the classes, in CSS
     */
    Svg(Writer writer, int width, int height, String style) throws XMLStreamException {
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(writer);
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(NAMESPACE);
        attribute("width", width);
        attribute("height", height);
        xml.writeAttribute("viewBox", "0 0 " + width + " " + height);
        nextLine();
        xml.writeStartElement("style");
        xml.writeCharacters("\n" + style);
        xml.writeEndElement();
        nextLine();
    }

    void line(String cssClass, double x1, double y1, double x2, double y2) throws XMLStreamException {
        shape("line", cssClass);
        attribute("x1", x1);
        attribute("y1", y1);
        attribute("x2", x2);
        attribute("y2", y2);
        nextLine();
    }

    void rectangle(String cssClass, double x, double y, double width, double height) throws XMLStreamException {
        shape("rect", cssClass);
        attribute("x", x);
        attribute("y", y);
        attribute("width", width);
        attribute("height", height);
        nextLine();
    }

    void circle(String cssClass, double x, double y, double radius) throws XMLStreamException {
        shape("circle", cssClass);
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        nextLine();
    }

    void text(String cssClass, double x, double y, String text) throws XMLStreamException {
        xml.writeStartElement("text");
        xml.writeAttribute("class", cssClass);
        attribute("x", x);
        attribute("y", y);
        xml.writeCharacters(text);
        xml.writeEndElement();
        nextLine();
    }

    /** Ends the drawing. */
    void end() throws XMLStreamException {
        xml.writeEndDocument();
        nextLine();
        xml.flush();
    }

    private void shape(String name, String cssClass) throws XMLStreamException {
        xml.writeEmptyElement(name);
        xml.writeAttribute("class", cssClass);
    }

    private void attribute(String name, double value) throws XMLStreamException {
        xml.writeAttribute(name, String.format(Locale.ROOT, "%.1f", value).replace(".0", ""));
    }

    private void nextLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
