package io.github.camelcliq.benchmarks.side;

/**
 * All that is measured with one number of posts in flight, by the same clients and routes.
 *
 * @param inFlight posts in flight, each to a chat of its own
 * @param mostTurns how often each variant has its turn to warm up, at the most
 */
record Stage(int inFlight, int mostTurns) {}
