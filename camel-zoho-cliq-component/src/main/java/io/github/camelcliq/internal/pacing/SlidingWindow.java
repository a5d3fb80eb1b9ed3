package io.github.camelcliq.internal.pacing;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * One of Cliq's limits over a sliding window: how many permits are in use, and when the permits of answered posts come
 * back. Not safe for several threads; the pacer guards it.
 */
final class SlidingWindow {

    /** Each window without a throttle widens a narrowed limit by one such part of the documented limit. */
    private static final int WIDENING_STEPS = 50;

    /** More permits than come back in an hour. The turns of further posts are told too early. Our choice. */
    private static final int MAX_PROMISED = 10_000;

    private int documented;
    private long window;

    private int limit;
    private long changedAt;
    private int inFlight;

    /** When permits come back, the earliest first. */
    private final List<Long> comingBack = new ArrayList<>();

    /** The future turns of posts that were rejected because of a too long wait. */
    private final PriorityQueue<Long> promised = new PriorityQueue<>();

    SlidingWindow(int documented, long window) {
        this.documented = documented;
        this.window = window;
        this.limit = documented;
    }

    /** Changes the limits from now on. Permits in use still come back at their time. */
    void change(int nowDocumented, long nowWindow) {
        boolean narrowed = limit < documented && nowDocumented < Integer.MAX_VALUE;
        limit = narrowed ? Math.min(limit, nowDocumented) : nowDocumented;
        documented = nowDocumented;
        window = nowWindow;
    }

    /** Releases permits and widens a narrowed limit, according to the time. */
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
        // the answer came within this millisecond, so the window counts from the next millisecond on
        comingBack.add(now + 1 + window);
    }

    void cancel() {
        inFlight--;
    }

    /** Returns whether this component's posts alone fill the documented limit, so that a throttle is expected. */
    boolean isFull() {
        return inFlight + comingBack.size() >= documented;
    }

    /** Narrows the limit to half, since another application posts as the same user. */
    void narrow(long now) {
        limit = Math.max(1, limit / 2);
        changedAt = now;
    }

    /** Returns when the next permit comes back; {@link Long#MAX_VALUE} if no permit is due to come back. */
    long nextReturn() {
        return comingBack.isEmpty() ? Long.MAX_VALUE : comingBack.get(0);
    }

    /**
     * Returns when the turn of a rejected post would come, and remembers it. Rejected posts get different turns, one
     * after another.
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
     * Returns when the turn of a post would come that has others before it.
     *
     * <p>Each permit comes back one window after its answer. The estimate takes posts in flight as answered now, and
     * posts of the queue as answered when they go out.
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
