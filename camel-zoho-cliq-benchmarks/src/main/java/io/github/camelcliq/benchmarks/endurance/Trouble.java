package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random faults of a sandbox. None of them says that a message was accepted that was not. */
final class Trouble {

    /** How many turns lie between two of each, on average. */
    private static final int TURNS_OF_POSTS = 25;

    private static final int TURNS_OF_ACCOUNTS = 500;
    private static final int TURNS_OF_TOKENS = 1_000;
    private static final int TURNS_OF_RESTARTS = 1_000;
    private static final int LONGEST_RESTART_MILLIS = 1_000;

    /** Each troubles one post. */
    private static final List<Fault> OF_POSTS = List.of(
            Fault.htmlPage(502),
            Fault.answer(500, "application/json", "{\"message\": \"Internal server error.\"}"),
            Fault.answer(ScriptedAnswer.of(503, "application/json", "{\"message\": \"Busy.\"}")
                    .cutAfter(5)),
            Fault.failureAfterKeeping(),
            Fault.hang(),
            Fault.delay(Duration.ofMillis(800)),
            Fault.cutBeforeReading(),
            Fault.cutWhileReading(10),
            Fault.cutBeforeAnswering(),
            Fault.cutBeforeAnswering().afterJudging());

    /** Each troubles all posts of an account for a while. */
    private static final List<Fault> OF_ACCOUNTS = List.of(
            Fault.throttled(ThrottleAnswer.NESTED.withRetryAfter(), Duration.ofSeconds(20)),
            Fault.unauthorized(),
            Fault.expireTokens());

    private static final List<Fault> OF_TOKENS = List.of(
            Fault.htmlPage(502),
            Fault.tokenError("general_error"),
            Fault.hang(),
            Fault.cutBeforeAnswering(),
            Fault.delay(Duration.ofMillis(800)));

    private final Sandbox cliq;
    private final Random random;
    private final Map<String, Integer> counts = new TreeMap<>();

    Trouble(Sandbox cliq, Random random) {
        this.cliq = cliq;
        this.random = random;
    }

    /** One turn of a few milliseconds: in most, nothing happens. */
    void next() throws InterruptedException {
        if (random.nextInt(TURNS_OF_POSTS) == 0) {
            cliq.faults().next(counted(OF_POSTS));
        }
        if (random.nextInt(TURNS_OF_ACCOUNTS) == 0) {
            cliq.faults().next(counted(OF_ACCOUNTS));
        }
        if (random.nextInt(TURNS_OF_TOKENS) == 0) {
            cliq.tokenFaults().next(counted(OF_TOKENS));
        }
        if (random.nextInt(TURNS_OF_RESTARTS) == 0) {
            counts.merge("restart", 1, Integer::sum);
            cliq.goOffline();
            Thread.sleep(random.nextInt(LONGEST_RESTART_MILLIS));
            cliq.goOnline();
        }
    }

    /** Leaves the sandbox without faults. */
    void end() {
        cliq.faults().clear();
        cliq.tokenFaults().clear();
    }

    private Fault counted(List<Fault> faults) {
        Fault fault = faults.get(random.nextInt(faults.size()));
        counts.merge(fault.label(), 1, Integer::sum);
        return fault;
    }

    /** How often each fault was set. */
    @Override
    public String toString() {
        return "Faults: " + counts.toString().replaceAll("[{}]", "").replace("=", " ");
    }
}
