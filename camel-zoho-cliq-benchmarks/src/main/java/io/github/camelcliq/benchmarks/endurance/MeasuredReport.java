package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.benchmarks.report.Report;

/** A report whose text is ready. */
record MeasuredReport(String name, Object run, String markdown) implements Report {}
