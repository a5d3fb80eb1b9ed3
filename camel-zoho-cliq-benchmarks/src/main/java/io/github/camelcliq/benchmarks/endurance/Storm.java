package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.sandbox.limits.Limits;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Messages that all come at once, and the limits of the Cliq that they go to.
 *
 * @param count how many messages; they go to the chats in turn
 * @param chats how many chats
 * @param limits the sandbox's limits, of which the pacing is told all but the lock
 * @param deadline how long a side may take until what is not settled counts as such
 */
record Storm(int count, int chats, Limits limits, Duration deadline) {

    /** Cliq's own 50 posts in a window, time ten times as fast: a window of 6 s, a lock of 60 s. */
    static final Storm FULL =
            new Storm(2_000, 5, Limits.OF_CLIQ.scaledTo(Duration.ofSeconds(6)), Duration.ofMinutes(10));

    /** For a quick look: 30 posts in a window of 1.5 s, and a lock of four windows where Cliq's has ten. */
    static final Storm SHORT = new Storm(
            300, 5, new Limits(30, 20, Duration.ofMillis(1500), Duration.ofSeconds(6)), Duration.ofMinutes(2));

    /** The ids of the messages, which are their texts. */
    List<String> ids() {
        return IntStream.range(0, count).mapToObj(number -> "message-" + number).toList();
    }

    /** The chat that the message with this number goes to. */
    String chatOf(int number) {
        return "CT_" + (1 + number % chats);
    }

    /** The second of each delivery if each window is full at once. */
    List<Double> ideal() {
        return IntStream.range(0, count)
                .mapToObj(number -> number / limits.posts() * (limits.window().toMillis() / 1e3))
                .toList();
    }

    /** How much faster than Cliq's ten minutes the lock is over. */
    double speed() {
        return (double) Limits.OF_CLIQ.lock().toMillis() / limits.lock().toMillis();
    }
}
