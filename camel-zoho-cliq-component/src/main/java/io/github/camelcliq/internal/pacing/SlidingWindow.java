package io.github.camelcliq.internal.pacing;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * One limit of Cliq's over the window that slides: how many permits are out, and when those come back whose posts were
 * answered. Not safe for several threads; its budget guards it.
 */
final class SlidingWindow {

    /** Every quiet window widens a narrowed limit by this part of what Cliq documents. */
    private static final int WIDENING_STEPS = 50;

    /** More than come back in an hour at Cliq's pace; what is told beyond them is too early. Our choice. */
    private static final int MAX_PROMISED = 10_000;

    private int documented;
    private long window;

    private int limit;
    private long changedAt;
    private int inFlight;

    /** When permits come back, the earliest first. */
    private final List<Long> comingBack = new ArrayList<>();

    /** The turns, still to come, of posts that were refused because they would have waited too long for them. */
    private final PriorityQueue<Long> promised = new PriorityQueue<>();

    SlidingWindow(int documented, long window) {
        this.documented = documented;
        this.window = window;
        this.limit = documented;
    }

    /** Other limits from now on; permits that are to come back do so at their time. */
    void change(int nowDocumented, long nowWindow) {
        boolean narrowed = limit < documented && nowDocumented < Integer.MAX_VALUE;
        limit = narrowed ? Math.min(limit, nowDocumented) : nowDocumented;
        documented = nowDocumented;
        window = nowWindow;
    }

    /** Lets permits come back and a narrowed limit widen, as far as time has moved on. */
    void advance(long now) {
        int back = 0;
        while (back < comingBack.size() && comingBack.get(back) <= now) {
            back++;
        }
        comingBack.subList(0, back).clear();
        while (limit < documented && now - changedAt >= window) {
            limit = Math.min(documented, limit + Math.max(1, documented / WIDENING_STEPS));
            changedAt += window;
        }
    }

    boolean hasRoom() {
        return inFlight + comingBack.size() < limit;
    }

    void take() {
        inFlight++;
    }

    void releaseAfterWindow(long now) {
        inFlight--;
        // the answer came somewhere within this millisecond: a whole window is over after the next one began
        comingBack.add(now + 1 + window);
    }

    void cancel() {
        inFlight--;
    }

    /** Whether our own posts alone filled what Cliq allows, so that a throttle is no surprise. */
    boolean isFull() {
        return inFlight + comingBack.size() >= documented;
    }

    /** Somebody else posts as the same user: makes room for them. */
    void narrow(long now) {
        limit = Math.max(1, limit / 2);
        changedAt = now;
    }

    /** When the next permit comes back, or {@link Long#MAX_VALUE} where none is on its way. */
    long nextReturn() {
        return comingBack.isEmpty() ? Long.MAX_VALUE : comingBack.get(0);
    }

    /**
     * When the turn of a post would come that does not wait for it, but may come back: after those that were told their
     * turns before.
     *
     * @param from the earliest moment at which a post may go out
     */
    long promise(int others, long from, long now) {
        while (!promised.isEmpty() && promised.peek() <= now) {
            promised.remove();
        }
        long turn = turnAfter(others + promised.size(), from);
        if (promised.size() < MAX_PROMISED) {
            promised.add(turn);
        }
        return turn;
    }

    /**
     * When the turn of a post would come that has others before it.
     *
     * <p>Each permit comes back a window after its answer; posts still in flight are taken to be answered now, and
     * those of the queue to be answered as soon as they go out.
     */
    long turnAfter(int others, long now) {
        int surplus = Math.max(0, inFlight + comingBack.size() - limit);
        int free = Math.max(0, limit - inFlight - comingBack.size());
        int place = others % limit;
        long rounds = others / limit;
        return atPlace(place, free, surplus, now) + rounds * window;
    }

    private long atPlace(int place, int free, int surplus, long now) {
        if (place < free) {
            return now;
        }
        int index = place - free + surplus;
        return index < comingBack.size() ? Math.max(now, comingBack.get(index)) : now + window;
    }

    int limit() {
        return limit;
    }

    int inFlight() {
        return inFlight;
    }

    int coolingOff() {
        return comingBack.size();
    }
}
