package io.github.camelcliq.benchmarks.start;

import io.github.camelcliq.benchmarks.report.BoxPlot;
import io.github.camelcliq.benchmarks.report.Goal;
import io.github.camelcliq.benchmarks.report.GoalTable;
import io.github.camelcliq.benchmarks.report.GuidePage;
import io.github.camelcliq.benchmarks.report.Report;
import java.io.IOException;

/** Makes a table and a plot of a {@link StartRun}. */
final class StartReport implements Report {

    private final StartRun run;

    StartReport(StartRun run) {
        this.run = run;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public StartRun run() {
        return run;
    }

    @Override
    public String markdown(GuidePage page) throws IOException {
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
