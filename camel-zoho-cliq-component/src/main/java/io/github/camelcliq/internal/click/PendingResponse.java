package io.github.camelcliq.internal.click;

import io.github.camelcliq.internal.pacing.Timing;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** An answer that is given once: by the route, or by a time-out. */
public final class PendingResponse {

    private final Consumer<ClickResponse> asked;
    private final AtomicBoolean given = new AtomicBoolean();
    private final AtomicReference<Timing.Alarm> alarm = new AtomicReference<>();

    public PendingResponse(Consumer<ClickResponse> asked) {
        this.asked = asked;
    }

    /** Makes a call after a delay, unless the answer is given before. */
    public void orElse(Runnable another, Timing timing, Duration delay) {
        alarm.set(timing.after(delay, another));
        if (given.get()) {
            alarm.get().cancel();
        }
    }

    /** Gives the answer. Returns {@code false} if an answer was given before. */
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
