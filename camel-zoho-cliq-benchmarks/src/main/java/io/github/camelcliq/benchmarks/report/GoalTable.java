package io.github.camelcliq.benchmarks.report;

import java.util.Locale;
import java.util.function.DoubleFunction;

/** A table of figures beside what they should be, one a row. */
public final class GoalTable {

    private final MarkdownTable table;

    public GoalTable() {
        this("figure");
    }

    /** @param figures what stands above the labels */
    public GoalTable(String figures) {
        this.table = new MarkdownTable(figures, "reach", "defect", "median", "95 % interval", "all rounds", "");
    }

    /**
     * @param pattern how a value is written, as {@link String#format} has it, with its unit
     * @return this table
     */
    public GoalTable row(String label, Goal goal, Sample sample, String pattern) {
        return row(label, goal, sample, value -> String.format(Locale.ROOT, pattern, value));
    }

    /**
     * @param written how a value is written, with its unit
     * @return this table
     */
    public GoalTable row(String label, Goal goal, Sample sample, DoubleFunction<String> written) {
        table.row(
                label,
                written.apply(goal.reach()),
                written.apply(goal.defect()),
                written.apply(sample.median()),
                interval(sample, written),
                range(sample, written),
                goal.standing(sample));
        return this;
    }

    /** Where the median lies, as far as that is known. */
    public static String interval(Sample sample, DoubleFunction<String> written) {
        return sample.medianInterval()
                .map(interval -> written.apply(interval.low()) + " to " + written.apply(interval.high()))
                .orElse("too few rounds");
    }

    /** From the least to the most. */
    public static String range(Sample sample, DoubleFunction<String> written) {
        return written.apply(sample.least()) + " to " + written.apply(sample.most());
    }

    /** In Markdown, lines that each end with a line break. */
    @Override
    public String toString() {
        return table.toString();
    }
}
