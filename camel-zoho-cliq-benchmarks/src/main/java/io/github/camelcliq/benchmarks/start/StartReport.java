package io.github.camelcliq.benchmarks.start;

import io.github.camelcliq.benchmarks.report.BoxPlot;
import io.github.camelcliq.benchmarks.report.Goal;
import io.github.camelcliq.benchmarks.report.GoalTable;
import io.github.camelcliq.benchmarks.report.GuidePage;
import java.io.IOException;

/** Makes a table and a plot of a {@link StartRun}, prints the table, and writes both into the guide. */
final class StartReport {

    private final StartRun run;
    private final GuidePage page;

    StartReport(StartRun run, GuidePage page) {
        this.run = run;
        this.page = page;
    }

    void write() throws IOException {
        String report = markdown();
        System.out.println(report);
        page.replace("start", report);
    }

    private String markdown() throws IOException {
        GoalTable table = new GoalTable()
                .row("start to first post / the same with `vertx-http:`", Goal.atMost(1.05, 1.2), run.ratio(), "%.2f");
        BoxPlot plot = new BoxPlot("From main to the first 204", "milliseconds")
                .add(Application.CLIQ.label(), run.cliq())
                .add(Application.VERTX_HTTP.label(), run.vertxHttp());
        return "\nMeasured on %s. %d rounds; medians %.0f ms with `cliq:`, %.0f ms with `vertx-http:`.\n\n"
                        .formatted(
                                run.machine(),
                                run.rounds().size(),
                                run.cliq().median(),
                                run.vertxHttp().median())
                + table + "\n" + page.show("performance-start", plot) + "\n";
    }
}
