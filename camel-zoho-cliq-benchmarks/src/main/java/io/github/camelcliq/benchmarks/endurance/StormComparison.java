package io.github.camelcliq.benchmarks.endurance;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Prints what becomes of a storm of messages that is posted by {@code cliq:}, and of the same one posted by
 * {@code vertx-http:} with an exponential redelivery. It asserts nothing, and ends within the two deadlines.
 */
public final class StormComparison {

    private final PrintStream out;

    private StormComparison(PrintStream out) {
        this.out = out;
    }

    /** Takes {@code --short} or {@code --full}, the default. */
    public static void main(String[] arguments) throws Exception {
        String form = arguments.length == 0 ? "--full" : arguments[0];
        StormComparison comparison = new StormComparison(System.out);
        switch (form) {
            case "--full" -> comparison.print(Storm.FULL);
            case "--short" -> comparison.print(Storm.SHORT);
            default -> throw new IllegalArgumentException("--full or --short, not " + form);
        }
    }

    private void print(Storm storm) throws Exception {
        out.printf(
                "%d messages at once over %d chats; limit %d in %s, lock %s; ideal from first to last acceptance %s%n",
                storm.count(),
                storm.chats(),
                storm.limits().posts(),
                seconds(storm.limits().window()),
                seconds(storm.limits().lock()),
                seconds(storm.ideal()));
        table(new StormRun(storm, StormSide.CLIQ).outcome(), new StormRun(storm, StormSide.VERTX_HTTP).outcome());
    }

    private void table(StormOutcome cliq, StormOutcome vertxHttp) {
        row("", StormSide.CLIQ.title(), StormSide.VERTX_HTTP.title());
        row("delivered exactly once", cliq.once(), vertxHttp.once());
        row("delivered more than once", cliq.doubled(), vertxHttp.doubled());
        row("lost", cliq.lost(), vertxHttp.lost());
        row("throttle answers", cliq.throttleAnswers(), vertxHttp.throttleAnswers());
        row("locks", cliq.locks(), vertxHttp.locks());
        row("first to last acceptance", seconds(cliq.acceptances()), seconds(vertxHttp.acceptances()));
        row("not settled at the deadline", cliq.unsettled(), vertxHttp.unsettled());
        row("wall time", seconds(cliq.wall()), seconds(vertxHttp.wall()));
    }

    private void row(String figure, Object cliq, Object vertxHttp) {
        out.printf("%-28s %12s %12s%n", figure, cliq, vertxHttp);
    }

    /** Such as {@code 54.01 s}. */
    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
