package io.github.camelcliq.benchmarks.message;

import io.github.camelcliq.benchmarks.message.MessageRun.Measured;
import io.github.camelcliq.benchmarks.report.Form;
import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.Publication;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link MessageBenchmark} with JMH, in JVMs with the options of this one, and has {@link MessageReport} tell what
 * it measured.
 */
public final class MessageCost {

    private static final String BYTES = "gc.alloc.rate.norm";

    private MessageCost() {}

    /** Takes the form, full or short, the directory to write to, and the page of the guide. */
    public static void main(String[] arguments) throws Exception {
        Publication publication = Publication.of(arguments);
        Collection<RunResult> results = new Runner(options(publication.form()).build()).run();
        MessageRun run = new MessageRun(Machine.here(), measured(results, "check"), measured(results, "write"));
        publication.publish(new MessageReport(run));
    }

    private static ChainedOptionsBuilder options(Form form) {
        boolean full = form == Form.FULL;
        return new OptionsBuilder()
                .include(MessageBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .forks(full ? 3 : 1)
                .warmupIterations(full ? 5 : 2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(full ? 5 : 3)
                .measurementTime(TimeValue.seconds(1));
    }

    private static Measured measured(Collection<RunResult> results, String benchmark) {
        List<IterationResult> iterations = results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .flatMap(result -> result.getBenchmarkResults().stream())
                .flatMap(fork -> fork.getIterationResults().stream())
                .toList();
        return new Measured(
                each(iterations, iteration -> iteration.getPrimaryResult().getScore()),
                // parts of a byte are what the profiler itself allocates
                each(
                        iterations,
                        iteration -> Math.rint(
                                iteration.getSecondaryResults().get(BYTES).getScore())));
    }

    private static double[] each(List<IterationResult> iterations, ToDoubleFunction<IterationResult> value) {
        return iterations.stream().mapToDouble(value).toArray();
    }
}
