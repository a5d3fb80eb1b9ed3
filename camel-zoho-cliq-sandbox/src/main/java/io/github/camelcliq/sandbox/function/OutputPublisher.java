package io.github.camelcliq.sandbox.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.MessageState;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.click.Shown;
import io.github.camelcliq.sandbox.state.MessageAuthors;
import io.github.camelcliq.sandbox.state.Poll;
import io.github.camelcliq.sandbox.state.Receipts;
import io.github.camelcliq.sandbox.state.SandboxState;
import java.util.Map;
import java.util.Optional;

/** Shows the output of a function: posts its message, or edits the clicked one. Safe from any thread. */
final class OutputPublisher {

    private final SandboxState state;
    private final Receipts receipts;

    OutputPublisher(SandboxState state, Receipts receipts) {
        this.state = state;
        this.receipts = receipts;
    }

    /** Shows an output without complaints. */
    Shown show(FunctionOutput output, PendingClick click) {
        return switch (output.kind()) {
            case MESSAGE -> post(output, click);
            case EDIT -> edit(output, click);
            case NOTHING -> Shown.nothing();
            case FORM -> plain(output, "title");
            default -> plain(output, "text");
        };
    }

    private Shown post(FunctionOutput output, PendingClick click) {
        String id = receipts.newId(state.now());
        state.keep(
                click.arrival(),
                new ReceivedMessage(
                        0,
                        id,
                        click.version(),
                        click.kind(),
                        click.target(),
                        click.begun().user(),
                        MessageAuthors.function(click.function(), output.content()),
                        state.now(),
                        Map.of(),
                        output.content().toString(),
                        MessageState.NEW));
        return shown(output, "text", id);
    }

    private Shown edit(FunctionOutput output, PendingClick click) {
        String json = output.content().toString();
        Optional<ReceivedMessage> edited =
                state.change(click.message(), message -> message.state().edited(json, Poll.options(json)));
        return edited.isPresent()
                ? shown(output, "text", click.message())
                : Shown.error("The message to edit is no longer there.");
    }

    private static Shown plain(FunctionOutput output, String says) {
        return shown(output, says, "");
    }

    private static Shown shown(FunctionOutput output, String says, String message) {
        JsonNode content = output.content();
        return new Shown(output.kind(), content.path(says).asText(""), content.toString(), message);
    }
}
