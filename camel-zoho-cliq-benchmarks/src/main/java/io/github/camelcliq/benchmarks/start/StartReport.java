package io.github.camelcliq.benchmarks.start;

import io.github.camelcliq.benchmarks.report.Report;
import java.util.Locale;

/** Tells the guide the medians of a {@link StartRun}. */
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
    public String markdown() {
        return String.format(
                Locale.ROOT,
                "\nFrom `main` to the first post: %,.0f ms with `cliq:`, %,.0f ms with `vertx-http:`, %.2f times as long. Measured on %s.\n\n",
                run.cliq().median(),
                run.vertxHttp().median(),
                run.ratio().median(),
                run.machine());
    }
}
