package io.github.camelcliq.sandbox.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** The recent posts of one kind of a user. */
final class PostWindow {

    private final ArrayDeque<Instant> times = new ArrayDeque<>();

    /** Returns how many posts are younger than the window. */
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
