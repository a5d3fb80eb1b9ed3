package io.github.camelcliq.benchmarks;

import java.time.Duration;

/**
 * What became of messages that a generator posted.
 *
 * @param posted how many
 * @param accepted how many of them were answered with 204
 * @param firstFailure the first answer that was another, or why there was none; empty where all were answered with 204
 * @param time from the first post to the last answer
 */
record GeneratedLoad(int posted, int accepted, String firstFailure, Duration time) {}
