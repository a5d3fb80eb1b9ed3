package io.github.camelcliq.benchmarks.message;

import io.github.camelcliq.benchmarks.report.BoxPlot;
import io.github.camelcliq.benchmarks.report.Goal;
import io.github.camelcliq.benchmarks.report.GoalTable;
import io.github.camelcliq.benchmarks.report.GuidePage;
import io.github.camelcliq.benchmarks.report.Report;
import java.io.IOException;

/** Makes a table and a plot of a {@link MessageRun}. */
final class MessageReport implements Report {

    private final MessageRun run;

    MessageReport(MessageRun run) {
        this.run = run;
    }

    @Override
    public String name() {
        return "message";
    }

    @Override
    public MessageRun run() {
        return run;
    }

    @Override
    public String markdown(GuidePage page) throws IOException {
        GoalTable table = new GoalTable()
                .row(
                        "rules of the message, time",
                        Goal.atMost(100, 500),
                        run.check().time(),
                        "%,.0f ns")
                .row(
                        "rules of the message, memory",
                        Goal.atMost(0, 0),
                        run.check().memory(),
                        "%,.0f B")
                .row(
                        "writing it, memory",
                        Goal.atMost(1_300, 2_000),
                        run.write().memory(),
                        "%,.0f B");
        BoxPlot plot = new BoxPlot("What a message costs before it is sent", "nanoseconds")
                .add("checking", run.check().time())
                .add("writing", run.write().time());
        return "\nMeasured on " + run.machine() + ".\n\n" + table + "\nWriting takes "
                + "%,.0f ns.\n\n".formatted(run.write().time().median())
                + page.show("performance-message", plot) + "\n";
    }
}
