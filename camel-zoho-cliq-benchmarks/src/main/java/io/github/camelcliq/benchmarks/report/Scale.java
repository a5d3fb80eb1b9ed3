package io.github.camelcliq.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The scale of a plot: from 0 to a round figure, in round steps.
 *
 * @param step 1, 2 or 5 times a power of ten
 * @param steps at most ten
 * @param left where 0 is drawn
 * @param right where the end is drawn
 */
record Scale(double step, int steps, double left, double right) {

    private static final int MOST_STEPS = 10;

    /** @param most what has to fit, not negative */
    static Scale upTo(double most, double left, double right) {
        double step = most > 0 ? roundStep(most / MOST_STEPS) : 1;
        return new Scale(step, Math.max(1, (int) Math.ceil(most / step)), left, right);
    }

    private static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return DoubleStream.of(1, 2, 5)
                .map(times -> times * power)
                .filter(step -> step >= least)
                .findFirst()
                .orElse(10 * power);
    }

    /** From 0 to the end. */
    List<Double> ticks() {
        return IntStream.rangeClosed(0, steps).mapToObj(tick -> tick * step).toList();
    }

    /** Where a value is drawn. */
    double at(double value) {
        return left + value / (step * steps) * (right - left);
    }

    /** With as many digits as tell one tick from the next. */
    String written(double tick) {
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step)));
        return String.format(Locale.ROOT, "%,." + digits + "f", tick);
    }
}
