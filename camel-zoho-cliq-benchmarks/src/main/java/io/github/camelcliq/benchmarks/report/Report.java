package io.github.camelcliq.benchmarks.report;

/** What is told of one run of a benchmark. */
public interface Report {

    /** The name of its place in the guide, such as {@code message}, and of the file of its run. */
    String name();

    /** All that was measured, as Jackson writes it. */
    Object run();

    /** What the guide shows of it, in Markdown. */
    String markdown();
}
