package io.github.camelcliq.internal.pacing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that a test moves: it stands still until it is told to go on, and then makes the calls that are due, in order.
 */
public final class ManualTiming implements Timing {

    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private final PriorityQueue<Call> calls =
            new PriorityQueue<>(Comparator.comparingLong(Call::at).thenComparingLong(Call::number));
    private long now;
    private long made;

    private record Call(long at, long number, Runnable call) {}

    @Override
    public synchronized Instant now() {
        return START.plusMillis(now);
    }

    @Override
    public synchronized long millis() {
        return now;
    }

    @Override
    public synchronized Alarm after(Duration delay, Runnable call) {
        Call coming = new Call(now + delay.toMillis(), made++, call);
        calls.add(coming);
        return () -> cancel(coming);
    }

    private synchronized void cancel(Call call) {
        calls.remove(call);
    }

    /** Lets so much time pass. */
    public void pass(Duration time) {
        long end = millis() + time.toMillis();
        Call due = next(end);
        while (due != null) {
            due.call().run();
            due = next(end);
        }
        synchronized (this) {
            now = end;
        }
    }

    /** Lets time pass until nothing is due any more. */
    public void passAll() {
        Call due = next(Long.MAX_VALUE);
        while (due != null) {
            due.call().run();
            due = next(Long.MAX_VALUE);
        }
    }

    private synchronized Call next(long end) {
        if (calls.isEmpty() || calls.peek().at() > end) {
            return null;
        }
        Call due = calls.poll();
        now = Math.max(now, due.at());
        return due;
    }
}
