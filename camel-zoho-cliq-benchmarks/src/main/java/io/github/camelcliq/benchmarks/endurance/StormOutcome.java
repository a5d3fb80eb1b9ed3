package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of a storm, as the sandbox saw it.
 *
 * @param once messages accepted exactly once
 * @param doubled messages accepted more often
 * @param lost messages not accepted at all until then, whatever became of their exchanges
 * @param throttleAnswers how often the sandbox answered that there were too many posts
 * @param locks how often it locked the user out
 * @param acceptances from the first to the last acceptance, on the sandbox's clock
 * @param unsettled exchanges that were neither done nor failed at the deadline
 * @param wall from the first message sent until all were settled, or until the deadline
 */
record StormOutcome(
        long once,
        long doubled,
        long lost,
        long throttleAnswers,
        long locks,
        Duration acceptances,
        long unsettled,
        Duration wall) {

    /** Counts what the sandbox holds. */
    static StormOutcome of(Storm storm, Sandbox cliq, long unsettled, Duration wall) {
        List<ReceivedMessage> accepted = cliq.messages();
        Map<String, Long> times =
                accepted.stream().collect(Collectors.groupingBy(ReceivedMessage::json, Collectors.counting()));
        long once = times.values().stream().filter(count -> count == 1).count();
        Budget budget = cliq.budget();
        return new StormOutcome(
                once,
                times.size() - once,
                storm.count() - times.size(),
                budget.throttled(),
                budget.locks(),
                span(accepted),
                unsettled,
                wall);
    }

    private static Duration span(List<ReceivedMessage> accepted) {
        List<Instant> times =
                accepted.stream().map(ReceivedMessage::time).sorted().toList();
        return times.isEmpty() ? Duration.ZERO : Duration.between(times.get(0), times.get(times.size() - 1));
    }
}
