package io.github.camelcliq.client;

import io.vertx.core.Promise;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends the wait for an answer that takes too long, or of which nothing more comes. It is looked at where one of both
 * may be so at the earliest, which one timer does for, and nearly no post is as slow as that.
 */
final class AnswerTimer implements Runnable {

    private final Timeouts timeouts;
    private final ScheduledExecutorService loop;
    private final Promise<?> answer;
    private final AnswerBody said;
    private final long started = System.nanoTime();
    private volatile ScheduledFuture<?> next;

    /** @param answer fails when the time is up */
    AnswerTimer(Timeouts timeouts, ScheduledExecutorService loop, Promise<?> answer, AnswerBody said) {
        this.timeouts = timeouts;
        this.loop = loop;
        this.answer = answer;
        this.said = said;
    }

    void start() {
        wake(Math.min(timeouts.read().toNanos(), timeouts.total().toNanos()));
    }

    void stop() {
        next.cancel(false);
    }

    @Override
    public void run() {
        if (answer.future().isComplete()) {
            return;
        }
        long now = System.nanoTime();
        long left = timeouts.total().toNanos() - (now - started);
        long leftOfSilence = timeouts.read().toNanos() - said.silence(now);
        if (left <= 0) {
            answer.tryFail(new TimeoutException(
                    "no whole answer within " + timeouts.total().toMillis() + " ms"));
        } else if (leftOfSilence <= 0) {
            answer.tryFail(
                    new TimeoutException("nothing came for " + timeouts.read().toMillis() + " ms"));
        } else {
            wake(Math.min(left, leftOfSilence));
        }
    }

    private void wake(long nanos) {
        next = loop.schedule(this, nanos, TimeUnit.NANOSECONDS);
    }
}
