package io.github.camelcliq.benchmarks.side;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.benchmarks.report.BoxPlot;
import io.github.camelcliq.benchmarks.report.GoalTable;
import io.github.camelcliq.benchmarks.report.GuidePage;
import io.github.camelcliq.benchmarks.report.MarkdownTable;
import io.github.camelcliq.benchmarks.report.Report;
import io.github.camelcliq.benchmarks.report.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes tables and plots of a {@link Run}. */
public final class SideBySideReport implements Report {

    private static final Scene MAIN = new Scene(64, 0);
    private static final Scene SLOW = new Scene(256, 50);

    private final Run run;

    SideBySideReport(Run run) {
        this.run = run;
    }

    /** Renders a run again: takes its file, and the page. */
    public static void main(String[] arguments) throws IOException {
        Run run = new ObjectMapper().readValue(Path.of(arguments[0]).toFile(), Run.class);
        new GuidePage(Path.of(arguments[1])).write(new SideBySideReport(run));
    }

    @Override
    public String name() {
        return "side-by-side";
    }

    @Override
    public Run run() {
        return run;
    }

    @Override
    public String markdown(GuidePage page) throws IOException {
        StringBuilder text = new StringBuilder("\nMeasured on " + run.machine() + "; " + run.pinning() + ". "
                + run.plan().rounds().stream().map(Rounds::toString).collect(Collectors.joining(", "))
                + ". Threads whose bytes are not counted, since they came and went too fast: "
                + run.unseenThreads() + ".\n\n");
        text.append(warmUps()).append("\n\n");
        text.append(goals()).append('\n');
        text.append(page.show("performance-side-rate", ratePlot(MAIN)));
        text.append(page.show("performance-side-bytes", bytesPlot(MAIN)));
        if (run.has(SLOW)) {
            text.append(page.show("performance-side-slow", ratePlot(SLOW)));
        }
        for (Scene scene : run.scenes()) {
            text.append("\n**").append(scene).append("**\n\n").append(variants(scene));
        }
        return text.append('\n').toString();
    }

    private String warmUps() {
        return "Warmed up in turns of %d ms for each variant, %d messages of each at least, until the compilers worked for less than %.0f %% of the time of all variants' turns. The last ones: %s."
                .formatted(
                        run.plan().turnMillis(),
                        run.plan().warmUpMessages(),
                        100 * WarmUp.REST,
                        run.warmUps().stream().map(SideBySideReport::lastTurn).collect(Collectors.joining("; ")));
    }

    private static String lastTurn(WarmUp warmUp) {
        return warmUp.atRest() ? warmUp.toString() : warmUp + ", **not at rest**";
    }

    private GoalTable goals() {
        GoalTable table = new GoalTable("figure, 64 in flight unless said");
        for (Figure figure : Figure.values()) {
            if (run.has(figure.scene())) {
                table.row(figure.label(), figure.goal(), figure.of(run), figure::written);
            }
        }
        return table;
    }

    private MarkdownTable variants(Scene scene) {
        MarkdownTable table = new MarkdownTable(
                "variant",
                "messages/s",
                "to the reference",
                "95 % interval",
                "all rounds",
                "CPU a message",
                "to the reference",
                "bytes a message",
                "above the reference",
                "the stub's cores");
        for (Variant variant : Variant.values()) {
            Sample rate = run.ratio(scene, variant, Variant.REFERENCE, Slice::rate);
            table.row(
                    variant.label(),
                    whole(run.of(scene, variant, Slice::rate).median()),
                    twoDigits(rate.median()),
                    GoalTable.interval(rate, SideBySideReport::twoDigits),
                    GoalTable.range(rate, SideBySideReport::twoDigits),
                    whole(run.of(scene, variant, Slice::cpuMicros).median()) + " µs",
                    twoDigits(run.ratio(scene, variant, Variant.REFERENCE, Slice::cpuMicros)
                            .median()),
                    whole(run.of(scene, variant, Slice::bytes).median()),
                    whole(run.difference(scene, variant, Variant.REFERENCE, Slice::bytes)
                            .median()),
                    twoDigits(run.of(scene, variant, Slice::stubCores).median()));
        }
        return table;
    }

    private BoxPlot ratePlot(Scene scene) {
        BoxPlot plot = new BoxPlot("Messages a second, " + scene, "to the reference in the same round");
        Arrays.stream(Variant.values())
                .forEach(variant ->
                        plot.add(variant.label(), run.ratio(scene, variant, Variant.REFERENCE, Slice::rate)));
        return plot;
    }

    private BoxPlot bytesPlot(Scene scene) {
        BoxPlot plot = new BoxPlot("Bytes allocated a message, " + scene, "bytes");
        Arrays.stream(Variant.values())
                .forEach(variant -> plot.add(variant.label(), run.of(scene, variant, Slice::bytes)));
        return plot;
    }

    private static String whole(double figure) {
        return String.format(Locale.ROOT, "%,.0f", figure);
    }

    private static String twoDigits(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }
}
