package io.github.camelcliq.client;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.TimeoutException;

/**
 * The wait of one post for its answer, which ends once: with the answer, or as soon as it takes too long or nothing
 * more comes of it. Used on one event loop only.
 */
final class AnswerTimer implements Handler<AsyncResult<HttpClientResponse>> {

    private final AnswerTimers all;
    private final Timeouts timeouts;
    private final AnswerBody said;
    private final Handler<AsyncResult<HttpClientResponse>> answered;
    private final long started = System.nanoTime();
    private boolean over;

    /** Those that {@link AnswerTimers} looks at before and after this one. */
    AnswerTimer previous;

    AnswerTimer next;

    /** @param answered hears how the wait ends, once */
    AnswerTimer(
            AnswerTimers all, Timeouts timeouts, AnswerBody said, Handler<AsyncResult<HttpClientResponse>> answered) {
        this.all = all;
        this.timeouts = timeouts;
        this.said = said;
        this.answered = answered;
    }

    void start() {
        all.add(this, started);
    }

    /** Ends the wait, unless it is over. */
    @Override
    public void handle(AsyncResult<HttpClientResponse> answer) {
        if (!over) {
            over = true;
            all.remove(this);
            answered.handle(answer);
        }
    }

    /** How long the wait lasts at least, in nanoseconds; nothing or less once its time is up. */
    long left(long now) {
        long leftOfSilence = timeouts.read().toNanos() - said.silence(now);
        return Math.min(leftOfTotal(now), leftOfSilence);
    }

    /** Its time is up. */
    void endLate(long now) {
        String reason = leftOfTotal(now) <= 0
                ? "no whole answer within " + timeouts.total().toMillis() + " ms"
                : "nothing came for " + timeouts.read().toMillis() + " ms";
        handle(Future.failedFuture(new TimeoutException(reason)));
    }

    private long leftOfTotal(long now) {
        return timeouts.total().toNanos() - (now - started);
    }
}
