package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.benchmarks.endurance.MessageAccounts.Balance;
import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a storm. Time begins with the first acceptance.
 *
 * @param balance what became of its messages
 * @param throttles how often the sandbox answered that there were too many posts
 * @param delivered the second of each acceptance, in order
 * @param locks the second in which each lock began
 */
record StormOutcome(Balance balance, long throttles, List<Double> delivered, List<Double> locks) {

    /** Counts what the sandbox holds. */
    static StormOutcome of(MessageAccounts accounts, Sandbox cliq) {
        List<ReceivedMessage> accepted = cliq.messages();
        Instant start = accepted.get(0).time();
        return new StormOutcome(
                accounts.balance(MessageAccounts.idsOf(accepted)),
                cliq.budget().throttled(),
                accepted.stream()
                        .map(message -> seconds(start, message.time()))
                        .sorted()
                        .toList(),
                locks(cliq, start));
    }

    /** A throttle outside a lock begins one. */
    private static List<Double> locks(Sandbox cliq, Instant start) {
        List<Double> locks = new ArrayList<>();
        double end = 0;
        for (JournalEntry request : cliq.requests()) {
            double time = seconds(start, request.time());
            if (request.status() == 429 && time >= end) {
                locks.add(time);
                end = time + cliq.limits().lock().toMillis() / 1e3;
            }
        }
        return locks;
    }

    double lastDelivery() {
        return delivered.get(delivered.size() - 1);
    }

    private static double seconds(Instant start, Instant time) {
        return Duration.between(start, time).toMillis() / 1e3;
    }
}
