package io.github.camelcliq.sandbox.function;

import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.PressedButton;
import io.github.camelcliq.sandbox.http.NotFoundException;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.state.ChatDirectory;
import io.github.camelcliq.sandbox.state.People;
import io.github.camelcliq.sandbox.state.SandboxState;
import io.github.camelcliq.sandbox.state.StoredJson;
import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Handles clicks: finds the button, checks its confirmation, and calls its function. For other actions it only says
 * what Cliq would do. Safe from any thread.
 */
public final class ClickHandler {

    private final SandboxState state;
    private final ChatDirectory chats;
    private final FunctionInvoker functions;
    private final AtomicLong numbers = new AtomicLong();

    public ClickHandler(SandboxState state, ChatDirectory chats, FunctionInvoker functions) {
        this.state = state;
        this.chats = chats;
        this.functions = functions;
    }

    /**
     * Clicks a button. * @return the outcome, at the latest when the function's time is over
     *
     * @throws NotFoundException if there is no such message or button
     * @throws IllegalArgumentException if there is no such user, or a text was typed that the button does not ask for
     */
    public Future<ClickOutcome> click(Click click) {
        ReceivedMessage message = state.messages()
                .find(click.message())
                .orElseThrow(() -> new NotFoundException("There is no message with this id."));
        PressedButton button = PressedButton.find(StoredJson.tree(message.currentJson()), click.button())
                .orElseThrow(() -> new NotFoundException("The message has no such button."));
        CliqUser user = People.named(chats.organisation(), click.user());
        ClickOutcome begun = ClickOutcome.begun(
                "click-" + numbers.incrementAndGet(), state.now(), click, user.id(), button.action());
        if (button.confirmation().stops(click)) {
            return Future.succeededFuture(state.clicked(begun.refused("The confirmation requires a text.")));
        }
        return button.action().equals("invoke.function")
                ? functions.tell(new FunctionInvoker.Press(click, message, button, user), begun)
                : Future.succeededFuture(state.clicked(begun.shown(ButtonPreview.of(button))));
    }
}
