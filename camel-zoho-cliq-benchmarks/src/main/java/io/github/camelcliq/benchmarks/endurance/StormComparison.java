package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.benchmarks.report.Form;
import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.Publication;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Posts a storm of messages in each way of {@link StormSide}, and tells the guide what became of them. All runs happen
 * at the same time, each with a sandbox of its own: they mostly wait. It fails if a message of the component is not
 * accounted for, or not delivered.
 */
public final class StormComparison {

    private static final int ROUNDS = 3;

    private StormComparison() {}

    /** Takes the form, full or short, the directory to write to, and the page of the guide. */
    public static void main(String[] arguments) throws Exception {
        Publication publication = Publication.of(arguments);
        boolean full = publication.form() == Form.FULL;
        Storm storm = full ? Storm.FULL : Storm.SHORT;
        Map<StormSide, List<StormOutcome>> outcomes = outcomes(storm, full ? ROUNDS : 1);
        StormReport report = new StormReport(Machine.here(), storm, outcomes);
        publication.publish(report);
        publication.picture("storm", report.plot().svg());
        for (StormOutcome outcome : outcomes.get(StormSide.CLIQ)) {
            outcome.balance().check();
            if (outcome.balance().once() != storm.count()) {
                throw new IllegalStateException(outcome.balance() + " of " + storm.count());
            }
        }
    }

    private static Map<StormSide, List<StormOutcome>> outcomes(Storm storm, int rounds) throws Exception {
        ExecutorService runs = Executors.newCachedThreadPool();
        Map<StormSide, List<Future<StormOutcome>>> begun = new EnumMap<>(StormSide.class);
        for (StormSide side : StormSide.values()) {
            for (int round = 0; round < rounds; round++) {
                begun.computeIfAbsent(side, first -> new ArrayList<>())
                        .add(runs.submit(new StormRun(storm, side)::outcome));
            }
        }
        runs.shutdown();
        Map<StormSide, List<StormOutcome>> outcomes = new EnumMap<>(StormSide.class);
        for (Map.Entry<StormSide, List<Future<StormOutcome>>> side : begun.entrySet()) {
            List<StormOutcome> done = new ArrayList<>();
            for (Future<StormOutcome> run : side.getValue()) {
                done.add(run.get());
            }
            outcomes.put(side.getKey(), done);
        }
        return outcomes;
    }
}
