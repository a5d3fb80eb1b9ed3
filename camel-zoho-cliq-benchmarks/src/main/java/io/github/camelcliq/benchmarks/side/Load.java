package io.github.camelcliq.benchmarks.side;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

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

    void start() {
        for (int chat = 0; chat < inFlight; chat++) {
            new Lane(this, poster, chat, accepted, failure).next();
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
