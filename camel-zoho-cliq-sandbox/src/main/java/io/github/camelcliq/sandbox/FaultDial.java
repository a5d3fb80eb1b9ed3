package io.github.camelcliq.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;

/** What tests may turn to make the sandbox answer late or oddly. Safe from any thread. */
final class FaultDial {

    private final Queue<ScriptedAnswer> script = new ArrayDeque<>();
    private Duration delay = Duration.ZERO;

    synchronized void answerNext(ScriptedAnswer answer) {
        script.add(Objects.requireNonNull(answer, "answer"));
    }

    /** The answer that the next post gets instead of being judged, taken off the script. */
    synchronized Optional<ScriptedAnswer> nextScripted() {
        return Optional.ofNullable(script.poll());
    }

    synchronized void delay(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative: " + duration);
        }
        delay = duration;
    }

    synchronized Duration delay() {
        return delay;
    }

    synchronized void reset() {
        script.clear();
        delay = Duration.ZERO;
    }
}
