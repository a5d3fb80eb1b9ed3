package io.github.camelcliq.benchmarks.report;

import java.io.IOException;

/** What is told of one run of a benchmark. */
public interface Report {

    /** The name of its place in the guide, such as {@code message}, and of the file of its run. */
    String name();

    /** All that was measured, as Jackson writes it. */
    Object run();

    /**
     * Tables and plots.
     *
     * @param page that it is for, which keeps the plots
     */
    String markdown(GuidePage page) throws IOException;
}
