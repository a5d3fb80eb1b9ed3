package io.github.camelcliq.sandbox;

import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.ClickStatus;
import java.util.function.UnaryOperator;

/**
 * A click that was delivered to a function, which may answer it in time and may answer it once later, in whatever
 * order. Safe from any thread.
 */
final class OpenClick {

    private final ReceivedMessage message;
    private final String function;
    private final SandboxState.Arrival arrival;
    private ClickOutcome outcome;

    /**
     * @param message the clicked message, as it was then
     * @param function the name of the function
     * @param arrival when it was clicked
     * @param outcome what is known up to now
     */
    OpenClick(ReceivedMessage message, String function, SandboxState.Arrival arrival, ClickOutcome outcome) {
        this.message = message;
        this.function = function;
        this.arrival = arrival;
        this.outcome = outcome;
    }

    ReceivedMessage message() {
        return message;
    }

    String function() {
        return function;
    }

    SandboxState.Arrival arrival() {
        return arrival;
    }

    /** What came of it up to now. */
    synchronized ClickOutcome outcome() {
        return outcome;
    }

    /** Something came of it in time; what was shown by a later answer that overtook it stays. */
    synchronized ClickOutcome inTime(UnaryOperator<ClickOutcome> change) {
        ClickOutcome changed = change.apply(outcome);
        boolean overtaken = outcome.status() == ClickStatus.LATE;
        outcome = overtaken ? changed.answer().map(outcome::answered).orElse(outcome) : changed;
        return outcome;
    }

    /** Something came of it later. */
    synchronized ClickOutcome later(UnaryOperator<ClickOutcome> change) {
        outcome = change.apply(outcome);
        return outcome;
    }
}
