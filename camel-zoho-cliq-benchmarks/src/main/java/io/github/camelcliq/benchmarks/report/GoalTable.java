package io.github.camelcliq.benchmarks.report;

import java.util.Locale;

/** A table of figures beside what they should be, one a row. */
public final class GoalTable {

    private final MarkdownTable table =
            new MarkdownTable("figure", "reach", "defect", "median", "95 % interval", "all rounds", "");

    /**
     * @param pattern how a value is written, as {@link String#format} has it, with its unit
     * @return this table
     */
    public GoalTable row(String label, Goal goal, Sample sample, String pattern) {
        table.row(
                label,
                written(pattern, goal.reach()),
                written(pattern, goal.defect()),
                written(pattern, sample.median()),
                sample.medianInterval()
                        .map(interval -> range(pattern, interval.low(), interval.high()))
                        .orElse("too few rounds"),
                range(pattern, sample.least(), sample.most()),
                goal.standing(sample));
        return this;
    }

    private static String range(String pattern, double low, double high) {
        return written(pattern, low) + " to " + written(pattern, high);
    }

    private static String written(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    /** In Markdown, lines that each end with a line break. */
    @Override
    public String toString() {
        return table.toString();
    }
}
