package io.github.camelcliq.sandbox.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickEnvelope;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.ClickScene;
import io.github.camelcliq.sandbox.click.ClickSigner;
import io.github.camelcliq.sandbox.click.DeliveredClick;
import io.github.camelcliq.sandbox.click.FunctionAnswer;
import io.github.camelcliq.sandbox.click.PressedButton;
import io.github.camelcliq.sandbox.http.NotFoundException;
import io.github.camelcliq.sandbox.judging.MalformedJsonException;
import io.github.camelcliq.sandbox.judging.MessageJudge;
import io.github.camelcliq.sandbox.judging.StrictJson;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.state.ChatDirectory;
import io.github.camelcliq.sandbox.state.MessageAuthors;
import io.github.camelcliq.sandbox.state.PostedJson;
import io.github.camelcliq.sandbox.state.Receipts;
import io.github.camelcliq.sandbox.state.SandboxState;
import io.github.camelcliq.sandbox.state.StoredJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Calls functions with clicks, and shows their answers, in time or late. Safe from any thread. */
public final class FunctionInvoker {

    /** How many complaints about an answer its error names. */
    private static final int TOLD = 5;

    private final Vertx vertx;
    private final SandboxState state;
    private final ChatDirectory chats;
    private final MessageAuthors authors;
    private final ClickSigner signer;
    private final FunctionCaller caller;
    private final Future<MessageJudge> judge;
    private final OutputPublisher output;
    private final Supplier<String> baseUrl;
    private final LateResponses late;

    /** @param baseUrl the URL at which functions reach the sandbox, without a slash at the end */
    public FunctionInvoker(
            Vertx vertx,
            SandboxState state,
            ChatDirectory chats,
            ClickSigner signer,
            LateResponses late,
            FunctionCaller caller,
            Future<MessageJudge> judge,
            Receipts receipts,
            Supplier<String> baseUrl) {
        this.vertx = vertx;
        this.state = state;
        this.chats = chats;
        this.authors = new MessageAuthors(chats.organisation());
        this.signer = signer;
        this.late = late;
        this.caller = caller;
        this.judge = judge;
        this.output = new OutputPublisher(state, receipts);
        this.baseUrl = baseUrl;
    }

    /**
     * Calls the function that the button names. Returns the outcome, at the latest when the function's time is over.
     */
    Future<ClickOutcome> tell(Press press, ClickOutcome begun) {
        String name = press.button().data().path("name").asText();
        String owner = press.button().data().path("owner").asText("");
        Optional<CliqFunction> function = chats.organisation().function(name, owner);
        if (function.isEmpty()) {
            String whose = owner.isEmpty() ? "" : " of " + owner;
            return Future.succeededFuture(
                    state.clicked(begun.failed("The organisation has no function " + name + whose + ".")));
        }
        PendingClick open = PendingClick.on(press.message(), name, state.clickBegan(), begun);
        String responseName = late.await(open);
        byte[] body = ClickEnvelope.of(scene(press, function.get(), begun, responseName))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return vertx.executeBlocking(() -> signer.sign(body), false)
                .compose(signature -> deliver(function.get(), signature, body, open));
    }

    /** Returns the public key that verifies clicks. The first call may have to make it. */
    public Future<String> publicKey() {
        return vertx.executeBlocking(signer::publicKey, false);
    }

    /**
     * Takes a late answer, once for each click.
     *
     * @param name the last segment of the {@code response_url}
     * @return the output that was read from it
     * @throws NotFoundException if no click waits for an answer under this name
     */
    public Future<FunctionOutput> answerLate(String name, JsonNode answer) {
        PendingClick open = late.take(name)
                .orElseThrow(
                        () -> new NotFoundException("No click waits for an answer here, or it was answered already."));
        return judge.compose(ready -> vertx.executeBlocking(() -> showLate(answer, open, ready), false));
    }

    private ClickScene scene(Press press, CliqFunction function, ClickOutcome begun, String responseName) {
        ReceivedMessage message = press.message();
        String text = StoredJson.tree(message.currentJson()).path("text").asText("");
        return new ClickScene(
                chats.organisation(),
                function,
                press.user(),
                place(message),
                new ClickScene.Clicked(message.id(), text, message.time(), authors.sender(message)),
                press.button(),
                press.click(),
                begun.time(),
                baseUrl.get() + LateResponses.path(responseName));
    }

    private ClickScene.Place place(ReceivedMessage message) {
        String id = chats.open(message.kind(), message.target()).id();
        return switch (message.kind()) {
            case CHANNEL, CHANNEL_ID -> new ClickScene.Place(id, "channel");
            case BOT -> new ClickScene.Place(id, "bot");
            case CHAT, USER -> new ClickScene.Place(id, "chat");
        };
    }

    private Future<ClickOutcome> deliver(CliqFunction function, String signature, byte[] body, PendingClick open) {
        Map<String, String> headers =
                new TreeMap<>(Map.of("Content-Type", "application/json", ClickSigner.HEADER, signature));
        ClickOutcome delivered = open.begun()
                .delivered(new DeliveredClick(function.shownUrl(), headers, new String(body, StandardCharsets.UTF_8)));
        return judge.compose(ready -> caller.post(function.executionUrl(), headers, body)
                .compose(
                        reply -> vertx.executeBlocking(() -> show(reply, delivered, open, ready), false),
                        lost -> Future.succeededFuture(lost(delivered, lost)))
                .map(state::clicked));
    }

    private ClickOutcome show(
            FunctionCaller.Reply reply, ClickOutcome delivered, PendingClick open, MessageJudge ready) {
        String body = new String(reply.body(), StandardCharsets.UTF_8);
        return shown(delivered.answered(new FunctionAnswer(reply.status(), body)), reply, open, ready);
    }

    private ClickOutcome shown(
            ClickOutcome answered, FunctionCaller.Reply reply, PendingClick open, MessageJudge ready) {
        if (reply.status() != 200) {
            return answered.failed("The function answered with the status " + reply.status() + ", not 200.");
        }
        try {
            JsonNode answer = StrictJson.read(StrictJson.text(reply.body()));
            FunctionOutput given = FunctionOutput.of(answer, open.kind(), ready);
            return given.isWrong() ? answered.failed(told("answer", given)) : answered.shown(output.show(given, open));
        } catch (MalformedJsonException malformed) {
            return answered.failed("The function's answer " + malformed.getMessage() + ".");
        }
    }

    private FunctionOutput showLate(JsonNode answer, PendingClick open, MessageJudge ready) {
        FunctionOutput given = FunctionOutput.of(answer, open.kind(), ready);
        state.clicked(
                given.isWrong()
                        ? open.begun().failed(told("late answer", given))
                        : open.begun().late(output.show(given, open)));
        return given;
    }

    private ClickOutcome lost(ClickOutcome outcome, Throwable reason) {
        if (reason instanceof TimeoutException) {
            return outcome.timedOut("The function did not answer within " + caller.timeout() + ".");
        }
        if (reason instanceof FunctionCaller.TooLargeException tooLarge) {
            return outcome.failed("The function's answer is " + tooLarge.getMessage() + ".");
        }
        return outcome.failed("The function could not be reached: " + reason.getMessage());
    }

    private static String told(String what, FunctionOutput wrong) {
        String complaints = wrong.judgement().complaints().stream()
                .limit(TOLD)
                .map(PostedJson::sentence)
                .collect(Collectors.joining(" "));
        return "The function's " + what + " cannot be shown. " + complaints;
    }

    /**
     * A button of a message that a user pressed.
     *
     * @param click the click
     * @param message the message at the time of the click
     * @param button the button
     * @param user the user who pressed it
     */
    record Press(Click click, ReceivedMessage message, PressedButton button, CliqUser user) {}
}
