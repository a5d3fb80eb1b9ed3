package io.github.camelcliq.benchmarks.side;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** As many posts in flight as there are chats, one to each, from {@link #start} until {@link #stop}. */
final class Load {

    private static final long LONGEST_POST_SECONDS = 60;

    private final Poster poster;
    private final int inFlight;
    private final LongAdder accepted = new LongAdder();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch lanes;
    private volatile boolean stopped;

    Load(Poster poster, int inFlight) {
        this.poster = poster;
        this.inFlight = inFlight;
        this.lanes = new CountDownLatch(inFlight);
    }

    /**
     * Begins on all chats, one after the other, spread evenly. Where answers take a while, spread over that: else they
     * come in waves, of which a slice holds a whole number, and what is a few per cent slower counts as many.
     *
     * @param millis how long until the last one begins; 0 for all at once
     */
    void start(int millis) {
        long began = System.nanoTime();
        for (int chat = 0; chat < inFlight; chat++) {
            awaitNanos(began + chat * (millis * 1_000_000L) / inFlight);
            new Lane(this, poster, chat, accepted, failure).next();
        }
    }

    private static void awaitNanos(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** How many messages were accepted so far. */
    long accepted() {
        return accepted.sum();
    }

    boolean goesOn() {
        return !stopped;
    }

    /** Lets no post follow those in flight. */
    void stop() {
        stopped = true;
    }

    void ended() {
        lanes.countDown();
    }

    /**
     * Waits for the answers to what is in flight.
     *
     * @throws IllegalStateException if a message was not accepted, or not answered within a minute
     */
    void drain() throws InterruptedException {
        stop();
        boolean answered = lanes.await(LONGEST_POST_SECONDS, TimeUnit.SECONDS);
        if (failure.get() != null) {
            throw new IllegalStateException("a message was not accepted", failure.get());
        }
        if (!answered) {
            throw new IllegalStateException(lanes.getCount() + " posts are not answered");
        }
    }
}
