package io.github.camelcliq.benchmarks.side;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.benchmarks.report.GuidePage;
import io.github.camelcliq.benchmarks.report.MarkdownTable;
import io.github.camelcliq.benchmarks.report.Report;
import io.github.camelcliq.benchmarks.report.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes the guide's table of a {@link Run}; all other figures are in the run's file. */
public final class SideBySideReport implements Report {

    private static final Scene QUICK = new Scene(64, 0);
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
    public String markdown() {
        return "\nMeasured on " + run.machine() + "; " + run.pinning() + ". "
                + run.plan().rounds().stream().map(Rounds::toString).collect(Collectors.joining(", "))
                + ". Threads whose bytes are not counted, since they came and went too fast: "
                + run.unseenThreads() + ". " + warmUps() + "\n\n" + variants() + "\n";
    }

    private String warmUps() {
        return "The last turns of the warm-up: %s."
                .formatted(
                        run.warmUps().stream().map(SideBySideReport::lastTurn).collect(Collectors.joining("; ")));
    }

    private static String lastTurn(WarmUp warmUp) {
        return warmUp.atRest() ? warmUp.toString() : warmUp + ", **not at rest**";
    }

    private MarkdownTable variants() {
        MarkdownTable table = new MarkdownTable(
                "variant",
                "posts/s",
                "to the reference",
                "95 % interval",
                "CPU a post",
                "bytes a post",
                "posts/s, " + SLOW);
        for (Variant variant : Variant.values()) {
            Sample ratio = run.ratio(QUICK, variant, Variant.REFERENCE, Slice::rate);
            table.row(
                    variant.label(),
                    whole(run.of(QUICK, variant, Slice::rate)),
                    twoDigits(ratio.median()),
                    interval(ratio),
                    whole(run.of(QUICK, variant, Slice::cpuMicros)) + " µs",
                    whole(run.of(QUICK, variant, Slice::bytes)),
                    run.has(SLOW) ? whole(run.of(SLOW, variant, Slice::rate)) : "not measured");
        }
        return table;
    }

    private static String interval(Sample sample) {
        return sample.medianInterval()
                .map(interval -> twoDigits(interval.low()) + " to " + twoDigits(interval.high()))
                .orElse("too few rounds");
    }

    private static String whole(Sample sample) {
        return String.format(Locale.ROOT, "%,.0f", sample.median());
    }

    private static String twoDigits(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }
}
