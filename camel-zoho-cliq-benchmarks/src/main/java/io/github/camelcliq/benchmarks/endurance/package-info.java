/** What becomes of messages under Cliq's limits, after kills, in long runs with faults, and while Cliq hangs. */
package io.github.camelcliq.benchmarks.endurance;
