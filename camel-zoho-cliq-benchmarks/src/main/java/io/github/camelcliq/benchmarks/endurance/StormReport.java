package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.MarkdownTable;
import io.github.camelcliq.benchmarks.report.Report;
import io.github.camelcliq.benchmarks.report.Sample;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Tells the guide what became of a storm. */
record StormReport(Machine machine, Storm storm, Map<StormSide, List<StormOutcome>> outcomes) implements Report {

    @Override
    public String name() {
        return "storm";
    }

    @Override
    public Object run() {
        return Map.of("machine", machine, "outcomes", outcomes);
    }

    @Override
    public String markdown() {
        MarkdownTable table = new MarkdownTable(
                "way", "delivered", "delivered twice", "not delivered", "throttles", "locks", "last delivery after");
        outcomes.forEach((side, rounds) -> table.row(
                side.title(),
                of(rounds, outcome -> outcome.balance().once()),
                of(rounds, outcome -> outcome.balance().doubled()),
                of(rounds, outcome -> outcome.balance().absent()),
                of(rounds, StormOutcome::throttles),
                of(rounds, outcome -> outcome.locks().size()),
                of(rounds, StormOutcome::lastDelivery) + " s"));
        table.row("the best possible", Sample.of(storm.count()), 0, 0, 0, 0, Math.round(last(storm.ideal())) + " s");
        return "\n%,d messages at once to %d chats; %d posts in a window of %s s, locks of %s s. Rounds: %d. Measured on %s.\n\n%s\n"
                .formatted(
                        storm.count(),
                        storm.chats(),
                        storm.limits().posts(),
                        storm.limits().window().toMillis() / 1e3,
                        storm.limits().lock().toMillis() / 1e3,
                        outcomes.get(StormSide.CLIQ).size(),
                        machine,
                        table);
    }

    private static Sample of(List<StormOutcome> rounds, ToDoubleFunction<StormOutcome> figure) {
        return Sample.of(rounds.stream().mapToDouble(figure).toArray());
    }

    /** The first round of each way. */
    Plot plot() {
        double end = outcomes.values().stream()
                .mapToDouble(rounds -> rounds.get(0).lastDelivery())
                .max()
                .orElse(0);
        Plot plot = new Plot(1.05 * Math.max(end, last(storm.ideal())), storm.count());
        outcomes.forEach((side, rounds) ->
                plot.line(side.title(), rounds.get(0).delivered(), rounds.get(0).locks()));
        return plot.line("the best possible", storm.ideal(), List.of());
    }

    private static double last(List<Double> seconds) {
        return seconds.get(seconds.size() - 1);
    }
}
