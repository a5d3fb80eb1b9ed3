package io.github.camelcliq.benchmarks.report;

/**
 * What a figure should be.
 *
 * @param reach what is aimed at
 * @param defect beyond which it is a defect
 * @param moreIsBetter whether larger figures are better ones
 * @param wholeInterval whether it is a defect only where the whole interval of the median lies beyond
 */
public record Goal(double reach, double defect, boolean moreIsBetter, boolean wholeInterval) {

    /** Where a figure stands. */
    public enum Standing {
        REACHED("reached"),
        SHORT("short of it"),
        DEFECT("**defect**");

        private final String text;

        Standing(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** At least so much. */
    public static Goal atLeast(double reach, double defect) {
        return new Goal(reach, defect, true, false);
    }

    /** At most so much. */
    public static Goal atMost(double reach, double defect) {
        return new Goal(reach, defect, false, false);
    }

    /** The same goal for a figure that spreads too much to be judged by its median alone. */
    public Goal judgedByWholeInterval() {
        return new Goal(reach, defect, moreIsBetter, true);
    }

    public Standing standing(Sample sample) {
        if (keeps(sample.median(), reach)) {
            return Standing.REACHED;
        }
        return keeps(bestCase(sample), defect) ? Standing.SHORT : Standing.DEFECT;
    }

    private double bestCase(Sample sample) {
        if (!wholeInterval) {
            return sample.median();
        }
        return sample.medianInterval()
                .map(interval -> moreIsBetter ? interval.high() : interval.low())
                .orElse(moreIsBetter ? sample.most() : sample.least());
    }

    private boolean keeps(double figure, double bound) {
        return moreIsBetter ? figure >= bound : figure <= bound;
    }
}
