package io.github.camelcliq.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of one value over some minutes, as SVG. */
final class LineChart {

    private static final int LEFT = 60;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 90;
    private static final int ROW = 140;

    private final String title;
    private final int minutes;
    private final List<Point> points = new ArrayList<>();
    private final List<Point> counts = new ArrayList<>();

    private record Point(double minute, double value) {}

    LineChart(String title, int minutes) {
        this.title = title;
        this.minutes = minutes;
    }

    void add(double minute, double value) {
        points.add(new Point(minute, value));
    }

    /** Adds how much a counter has grown a minute, as the mean of the last two minutes. */
    void addRate(double minute, double count) {
        counts.add(new Point(minute, count));
        double before = counts.stream()
                .filter(point -> point.minute() < minute - 1.99)
                .mapToDouble(Point::value)
                .max()
                .orElse(0);
        add(minute, (count - before) / 2);
    }

    double highest() {
        return points.stream().mapToDouble(Point::value).max().orElseThrow();
    }

    /** Returns a picture of charts, one below the other. */
    static String picture(List<LineChart> charts) {
        StringBuilder svg = new StringBuilder();
        int height = charts.size() * ROW + 30;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + (LEFT + WIDTH + 40) + " " + height
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (int row = 0; row < charts.size(); row++) {
            charts.get(row).draw(svg, 30 + row * ROW);
        }
        return svg.append("</svg>\n").toString();
    }

    private void draw(StringBuilder svg, int top) {
        double full = Math.max(1, highest());
        svg.append("<text x=\"" + LEFT + "\" y=\"" + (top - 8) + "\" font-weight=\"bold\" fill=\"#222222\">" + title
                + "</text>\n");
        for (double part : new double[] {0, 0.5, 1}) {
            String y = number(top + HEIGHT * (1 - part));
            svg.append("<path d=\"M" + LEFT + " " + y + "h" + WIDTH + "\" stroke=\"#dddddd\"/>\n"
                    + "<text x=\"" + (LEFT - 8) + "\" y=\"" + y
                    + "\" dy=\"4\" text-anchor=\"end\" fill=\"#555555\">" + number(full * part) + "</text>\n");
        }
        for (int minute = 0; minute <= minutes; minute += 2) {
            svg.append("<text x=\"" + number(x(minute)) + "\" y=\"" + (top + HEIGHT + 16)
                    + "\" text-anchor=\"middle\" fill=\"#555555\">" + minute + " min</text>\n");
        }
        StringBuilder line = new StringBuilder();
        for (Point point : points) {
            line.append(line.isEmpty() ? "M" : "L")
                    .append(number(x(point.minute())))
                    .append(' ')
                    .append(number(top + HEIGHT * (1 - point.value() / full)));
        }
        svg.append("<path d=\"" + line + "\" fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"1.5\"/>\n");
    }

    private double x(double minute) {
        return LEFT + WIDTH * minute / minutes;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
