package io.github.camelcliq.sandbox.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** The posts of one kind that a user made of late. */
final class PostWindow {

    // not a plain queue: a large body is judged later than a small one that was read after it
    private final PriorityQueue<Instant> times = new PriorityQueue<>();

    /** How many posts are younger than the window. */
    int countAt(Instant now, Duration window) {
        Instant left = now.minus(window);
        while (!times.isEmpty() && !times.peek().isAfter(left)) {
            times.remove();
        }
        return times.size();
    }

    void add(Instant time) {
        times.add(time);
    }
}
