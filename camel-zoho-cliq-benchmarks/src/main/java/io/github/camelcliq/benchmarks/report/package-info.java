/**
 * Figures of all benchmarks: their spread, what they should be, and how they get into the guide, as tables and plots.
 */
package io.github.camelcliq.benchmarks.report;
