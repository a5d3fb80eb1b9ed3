package io.github.camelcliq.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Posts as many messages to a sandbox as fast as one generator can, prints how fast that was and what the sandbox's
 * heap held meanwhile, and fails where a message was not answered or the heap has grown. The sandbox has a JVM of its
 * own, no limits of rate, and otherwise what it has by default.
 */
public final class SandboxLoad {

    private static final int THIRD = 20_000;

    /** How much larger or smaller the heap may be at the end than after the first third. */
    private static final double TOLERANCE = 0.10;

    private final PrintStream out;
    private final List<String> wrong = new ArrayList<>();

    private SandboxLoad(PrintStream out) {
        this.out = out;
    }

    /** Takes no arguments; ends with status 1 where something was not as it has to be. */
    public static void main(String[] arguments) throws Exception {
        SandboxLoad load = new SandboxLoad(System.out);
        load.run();
        load.wrong.forEach(sentence -> System.err.println("NOT AS IT HAS TO BE: " + sentence));
        if (!load.wrong.isEmpty()) {
            System.exit(1);
        }
    }

    private void run() throws Exception {
        try (LoadedSandbox sandbox = LoadedSandbox.start();
                MessageGenerator generator = new MessageGenerator(sandbox.port())) {
            out.printf("heap at the start             %s%n", mebibytes(sandbox.heap()));
            GeneratedLoad first = generator.post(THIRD);
            long heapAtOneThird = sandbox.heap();
            GeneratedLoad rest = generator.post(2 * THIRD);
            long heapAtTheEnd = sandbox.heap();
            print(first, rest);
            judgeAnswers(first, rest, sandbox.accepted());
            judgeHeap(heapAtOneThird, heapAtTheEnd);
        }
    }

    private void print(GeneratedLoad first, GeneratedLoad rest) {
        Duration all = first.time().plus(rest.time());
        out.printf("messages                      %d%n", first.posted() + rest.posted());
        out.printf("of them answered with 204     %d%n", first.accepted() + rest.accepted());
        out.printf(
                Locale.ROOT,
                "rate                          %.0f messages/s (first third %.0f, the rest %.0f)%n",
                rate(first.posted() + rest.posted(), all),
                rate(first.posted(), first.time()),
                rate(rest.posted(), rest.time()));
    }

    private void judgeAnswers(GeneratedLoad first, GeneratedLoad rest, long kept) {
        int posted = first.posted() + rest.posted();
        if (first.accepted() + rest.accepted() != posted) {
            wrong.add("not every message was answered with 204, but " + first.firstFailure() + rest.firstFailure());
        }
        if (kept != posted) {
            wrong.add("the sandbox has accepted " + kept + " messages, not " + posted);
        }
    }

    private void judgeHeap(long atOneThird, long atTheEnd) {
        double growth = (double) atTheEnd / atOneThird - 1;
        out.printf("heap after a third            %s%n", mebibytes(atOneThird));
        out.printf(Locale.ROOT, "heap at the end               %s (%+.1f %%)%n", mebibytes(atTheEnd), 100 * growth);
        if (Math.abs(growth) > TOLERANCE) {
            wrong.add("the heap differs by more than " + Math.round(100 * TOLERANCE) + " %");
        }
    }

    private static double rate(int messages, Duration time) {
        return messages * 1_000_000_000.0 / time.toNanos();
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
    }
}
