package io.github.camelcliq.allocation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Posts so many messages, one in flight to each chat, and waits until all are answered. */
final class Lanes {

    private static final long LONGEST_SECONDS = 60;

    private final Poster poster;
    private final AtomicInteger left;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch busy;

    private Lanes(Poster poster, int lanes, int posts) {
        this.poster = poster;
        this.left = new AtomicInteger(posts);
        this.busy = new CountDownLatch(lanes);
    }

    /** @throws IllegalStateException if a message was not accepted, or if not all are answered within a minute */
    static void post(Poster poster, int lanes, int posts) throws InterruptedException {
        Lanes all = new Lanes(poster, lanes, posts);
        for (int chat = 0; chat < lanes; chat++) {
            all.new Lane(chat).next();
        }
        all.await();
    }

    private void await() throws InterruptedException {
        boolean answered = busy.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (failure.get() != null) {
            throw new IllegalStateException("a message was not accepted", failure.get());
        }
        if (!answered) {
            throw new IllegalStateException("not all posts are answered");
        }
    }

    private final class Lane implements Poster.Answered {

        private final int chat;

        Lane(int chat) {
            this.chat = chat;
        }

        void next() {
            if (left.getAndDecrement() > 0) {
                poster.post(chat, this);
            } else {
                busy.countDown();
            }
        }

        @Override
        public void answered(Throwable failed) {
            if (failed != null) {
                failure.compareAndSet(null, failed);
                left.set(0);
            }
            next();
        }
    }
}
