package io.github.camelcliq.benchmarks.endurance;

import java.util.List;
import java.util.Locale;

/** A plot in SVG: how many messages were delivered until each moment, a line for each way, with marks for its locks. */
final class Plot {

    private static final int LEFT = 60;
    private static final int TOP = 20;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;
    private static final List<String> COLOURS = List.of("#0b7a3b", "#c0392b", "#2c5fb3", "#888888");

    private final double seconds;
    private final double messages;
    private final StringBuilder shapes = new StringBuilder();
    private int lines;

    /**
     * @param seconds the end of the time axis
     * @param messages the end of the other one
     */
    Plot(double seconds, double messages) {
        this.seconds = seconds;
        this.messages = messages;
        shapes.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (int tick = 0; tick <= 5; tick++) {
            add("<path d=\"M%d %.1f h%d\" stroke=\"#dddddd\"/>", LEFT, y(messages * tick / 5), WIDTH);
            text("end", LEFT - 6, y(messages * tick / 5) + 4, String.format(Locale.ROOT, "%,.0f", messages * tick / 5));
            text("middle", x(seconds * tick / 5), TOP + HEIGHT + 16, Math.round(seconds * tick / 5) + " s");
        }
    }

    /**
     * @param delivered the second of each delivery, in order
     * @param locks the second of each lock
     */
    Plot line(String name, List<Double> delivered, List<Double> locks) {
        String colour = COLOURS.get(lines % COLOURS.size());
        StringBuilder points = new StringBuilder();
        for (int column = 0; column <= WIDTH; column += 2) {
            points.append(String.format(
                    Locale.ROOT, "%d,%.1f ", LEFT + column, y(countUntil(seconds * column / WIDTH, delivered))));
        }
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", points, colour);
        for (double lock : locks) {
            add(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"%s\">&#10005;</text>",
                    x(lock), y(countUntil(lock, delivered)) + 4, colour);
        }
        int row = TOP + HEIGHT + 40 + 18 * lines++;
        add("<path d=\"M%d %d h24\" stroke=\"%s\" stroke-width=\"2\"/>", LEFT, row - 4, colour);
        text("start", LEFT + 30, row, name.replace("`", "") + (locks.isEmpty() ? "" : ", ✕ where a lock begins"));
        return this;
    }

    private static long countUntil(double second, List<Double> delivered) {
        return delivered.stream().filter(time -> time <= second).count();
    }

    private double x(double second) {
        return LEFT + WIDTH * second / seconds;
    }

    private double y(double count) {
        return TOP + HEIGHT - HEIGHT * count / messages;
    }

    private void text(String anchor, double x, double y, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
    }

    private void add(String format, Object... values) {
        shapes.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** The file. */
    String svg() {
        int height = TOP + HEIGHT + 40 + 18 * lines;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
                font-family="sans-serif" font-size="12">
                %3$s</svg>
                """.formatted(LEFT + WIDTH + 40, height, shapes);
    }
}
