package io.github.camelcliq.benchmarks.message;

import io.github.camelcliq.benchmarks.report.Report;
import java.util.Locale;

/** Tells the guide the medians of a {@link MessageRun}. */
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
    public String markdown() {
        return String.format(
                Locale.ROOT,
                "\nBefore it is sent: %,.0f ns and %,.0f bytes for the rules, %,.0f ns and %,.0f bytes for the JSON. Measured on %s.\n\n",
                run.check().time().median(),
                run.check().memory().median(),
                run.write().time().median(),
                run.write().memory().median(),
                run.machine());
    }
}
