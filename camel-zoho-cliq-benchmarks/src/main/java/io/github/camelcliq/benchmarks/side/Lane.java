package io.github.camelcliq.benchmarks.side;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Keeps one chat busy: posts again as soon as the post before is answered. */
final class Lane implements Answered {

    private final Load load;
    private final Poster poster;
    private final int chat;
    private final LongAdder accepted;
    private final AtomicReference<Throwable> failure;

    Lane(Load load, Poster poster, int chat, LongAdder accepted, AtomicReference<Throwable> failure) {
        this.load = load;
        this.poster = poster;
        this.chat = chat;
        this.accepted = accepted;
        this.failure = failure;
    }

    void next() {
        if (load.goesOn()) {
            poster.post(chat, this);
        } else {
            load.ended();
        }
    }

    @Override
    public void answered(Throwable failed) {
        if (failed == null) {
            accepted.increment();
        } else {
            failure.compareAndSet(null, failed);
            load.stop();
        }
        next();
    }
}
