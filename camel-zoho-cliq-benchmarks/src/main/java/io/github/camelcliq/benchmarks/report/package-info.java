/** Figures of all benchmarks: their median, and how they get into the guide. */
package io.github.camelcliq.benchmarks.report;
