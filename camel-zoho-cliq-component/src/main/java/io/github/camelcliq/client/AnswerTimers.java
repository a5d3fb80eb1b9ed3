package io.github.camelcliq.client;

import io.vertx.core.impl.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the posts of one account that wait for their answers, with one timer for all: nearly every answer comes
 * long before its time is up, and a timer for each post costs more than a look at all of them now and then. Used on one
 * event loop only.
 */
final class AnswerTimers {

    private final ContextInternal loop;
    private final ScheduledExecutorService alarms;

    /** Each knows the one before and behind it. */
    private AnswerTimer first;

    private ScheduledFuture<?> alarm;
    private long alarmAt;

    AnswerTimers(ContextInternal loop) {
        this.loop = loop;
        this.alarms = loop.nettyEventLoop();
    }

    void add(AnswerTimer timer, long now) {
        timer.next = first;
        if (first != null) {
            first.previous = timer;
        }
        first = timer;
        lookIn(timer.left(now), now);
    }

    void remove(AnswerTimer timer) {
        if (timer == first) {
            first = timer.next;
        }
        if (timer.previous != null) {
            timer.previous.next = timer.next;
        }
        if (timer.next != null) {
            timer.next.previous = timer.previous;
        }
        timer.previous = null;
        timer.next = null;
    }

    /** Nothing is to be looked at later than that. */
    private void lookIn(long nanos, long now) {
        if (alarm == null || now + nanos - alarmAt < 0) {
            if (alarm != null) {
                alarm.cancel(false);
            }
            alarmAt = now + nanos;
            alarm = alarms.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        alarm = null;
        long now = System.nanoTime();
        long least = Long.MAX_VALUE;
        List<AnswerTimer> late = new ArrayList<>();
        for (AnswerTimer timer = first; timer != null; timer = timer.next) {
            long left = timer.left(now);
            if (left <= 0) {
                late.add(timer);
            } else {
                least = Math.min(least, left);
            }
        }
        if (least != Long.MAX_VALUE) {
            lookIn(least, now);
        }
        // only now, since whoever hears of it takes itself off the list, and may post again; and each for itself, since
        // what one throws must not keep the others waiting
        late.forEach(timer -> loop.dispatch(timer, one -> one.endLate(now)));
    }
}
