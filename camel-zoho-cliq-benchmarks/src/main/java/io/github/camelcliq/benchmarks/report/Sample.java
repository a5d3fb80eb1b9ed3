package io.github.camelcliq.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** One figure of several rounds: its median and how far it spreads. */
public final class Sample {

    /** What may lie on either side of the interval of the median. */
    private static final double TAIL = 0.025;

    private final double[] sorted;

    private Sample(double[] values) {
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** @param values one for each round, at least one */
    public static Sample of(double... values) {
        return new Sample(values);
    }

    public double median() {
        return Median.withDefaults().evaluate(sorted);
    }

    /**
     * The interval in which the median lies with 95 % confidence at least, whatever the values are distributed like:
     * between two of the values in their order. Empty for less than six, which are too few for that.
     */
    public Optional<Interval> medianInterval() {
        int below = BinomialDistribution.of(sorted.length, 0.5).inverseCumulativeProbability(TAIL);
        return below < 1
                ? Optional.empty()
                : Optional.of(new Interval(sorted[below - 1], sorted[sorted.length - below]));
    }

    /** The median, and the least and the greatest value where they differ. */
    @Override
    public String toString() {
        String all = String.format(Locale.ROOT, "%,.0f", median());
        double least = sorted[0];
        double greatest = sorted[sorted.length - 1];
        return least == greatest ? all : all + String.format(Locale.ROOT, " (%,.0f to %,.0f)", least, greatest);
    }

    /**
     * @param low its lower end
     * @param high its upper end
     */
    public record Interval(double low, double high) {}
}
