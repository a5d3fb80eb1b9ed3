package io.github.camelcliq.internal.click;

import io.github.camelcliq.internal.pacing.Timing;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** An answer that is given once: by the route, or in its place when time is over. */
public final class PendingResponse {

    private final Consumer<ClickResponse> asked;
    private final AtomicBoolean given = new AtomicBoolean();
    private final AtomicReference<Timing.Alarm> alarm = new AtomicReference<>();

    public PendingResponse(Consumer<ClickResponse> asked) {
        this.asked = asked;
    }

    /** Calls in a while, unless there is an answer by then, or already. */
    public void orElse(Runnable another, Timing timing, Duration delay) {
        alarm.set(timing.after(delay, another));
        if (given.get()) {
            alarm.get().cancel();
        }
    }

    /** Gives the answer; {@code false} where one was given before, and this one is too late. */
    public boolean give(ClickResponse answer) {
        boolean inTime = given.compareAndSet(false, true);
        if (inTime) {
            Timing.Alarm pending = alarm.get();
            if (pending != null) {
                pending.cancel();
            }
            asked.accept(answer);
        }
        return inTime;
    }
}
