package io.github.camelcliq.sandbox.function;

import io.github.camelcliq.sandbox.DestinationKind;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.state.SandboxState;

/**
 * A click that was delivered to a function. The function may answer it once in time and once late, in any order. It
 * holds no bodies, since it outlives the message.
 *
 * @param message the id of the clicked message
 * @param version the API version that the message was posted with
 * @param kind the kind of target that the message was posted to
 * @param target the target that the message was posted to
 * @param function the name of the function
 * @param arrival when it was clicked
 * @param begun the outcome of the click at its start
 */
record PendingClick(
        String message,
        String version,
        DestinationKind kind,
        String target,
        String function,
        SandboxState.Arrival arrival,
        ClickOutcome begun) {

    /** Returns a click on a message. */
    static PendingClick on(ReceivedMessage message, String function, SandboxState.Arrival arrival, ClickOutcome begun) {
        return new PendingClick(
                message.id(), message.version(), message.kind(), message.target(), function, arrival, begun);
    }
}
