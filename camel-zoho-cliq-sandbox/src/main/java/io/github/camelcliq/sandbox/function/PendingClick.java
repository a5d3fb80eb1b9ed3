package io.github.camelcliq.sandbox.function;

import io.github.camelcliq.sandbox.DestinationKind;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.state.SandboxState;

/**
 * A click that was delivered to a function, which may answer it in time and once later, in whatever order. Holds no
 * bodies: it outlives the message.
 *
 * @param message the id of the clicked message
 * @param version the API version that the message was posted with
 * @param kind what it was posted to
 * @param target where it was posted to
 * @param function the name of the function
 * @param arrival when it was clicked
 * @param begun the click, before anything came of it
 */
record PendingClick(
        String message,
        String version,
        DestinationKind kind,
        String target,
        String function,
        SandboxState.Arrival arrival,
        ClickOutcome begun) {

    /** A click on a message. */
    static PendingClick on(ReceivedMessage message, String function, SandboxState.Arrival arrival, ClickOutcome begun) {
        return new PendingClick(
                message.id(), message.version(), message.kind(), message.target(), function, arrival, begun);
    }
}
