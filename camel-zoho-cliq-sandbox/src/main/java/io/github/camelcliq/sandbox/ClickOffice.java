package io.github.camelcliq.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickEnvelope;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.ClickScene;
import io.github.camelcliq.sandbox.click.ClickSigner;
import io.github.camelcliq.sandbox.click.DeliveredClick;
import io.github.camelcliq.sandbox.click.FunctionAnswer;
import io.github.camelcliq.sandbox.click.PressedButton;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes clicks: asks what the confirmation asks, tells the function, and shows its answer. What other actions would do
 * is said and not done. Safe from any thread.
 */
final class ClickOffice {

    /** How many complaints about an answer are told in its error. */
    private static final int TOLD = 5;

    private final Vertx vertx;
    private final SandboxState state;
    private final ChatDirectory chats;
    private final Authors authors;
    private final ClickSigner signer;
    private final FunctionCaller caller;
    private final Future<MessageJudge> judge;
    private final ShownOutput output;
    private final Supplier<String> baseUrl;
    private final LateAnswers late = new LateAnswers();
    private final AtomicLong numbers = new AtomicLong();

    /** @param baseUrl where the sandbox can be reached, without a slash at the end */
    ClickOffice(
            Vertx vertx,
            SandboxCore core,
            Receipts receipts,
            FunctionCaller caller,
            Future<MessageJudge> judge,
            Supplier<String> baseUrl) {
        this.vertx = vertx;
        this.state = core.state();
        this.chats = core.chats();
        this.authors = new Authors(chats.organisation());
        this.signer = core.signer();
        this.caller = caller;
        this.judge = judge;
        this.output = new ShownOutput(state, receipts);
        this.baseUrl = baseUrl;
    }

    /**
     * Clicks.
     *
     * @return what came of it, at the latest when the function's time is over
     * @throws NoSuchThingException if there is no such message or button
     * @throws IllegalArgumentException if there is no such user, or something was typed that nobody asked for
     */
    Future<ClickOutcome> click(Click click) {
        ReceivedMessage message = state.messages()
                .find(click.message())
                .orElseThrow(() -> new NoSuchThingException("There is no message with this id."));
        PressedButton button = PressedButton.find(KeptJson.tree(message.currentJson()), click.button())
                .orElseThrow(() -> new NoSuchThingException("The message has no such button."));
        CliqUser user = People.named(chats.organisation(), click.user());
        ClickOutcome begun = ClickOutcome.begun(
                "click-" + numbers.incrementAndGet(), state.now(), click, user.id(), button.action());
        if (button.confirmation().stops(click)) {
            return Future.succeededFuture(state.clicked(begun.refused("The confirmation wants something typed.")));
        }
        return button.action().equals("invoke.function")
                ? invoke(click, message, button, user, begun)
                : Future.succeededFuture(state.clicked(begun.shown(ButtonPreview.of(button))));
    }

    /** The public key by which clicks can be verified; asked for the first time, it may have to be made. */
    Future<String> publicKey() {
        return vertx.executeBlocking(signer::publicKey, false);
    }

    /**
     * Takes a late answer, once for each click.
     *
     * @param name the last segment of the {@code response_url}
     * @return what is wrong with it
     */
    Future<FunctionOutput> answerLate(String name, JsonNode answer) {
        OpenClick click = late.take(name)
                .orElseThrow(() -> new NoSuchThingException("There is nothing to answer here, or no more."));
        return judge.map(ready -> {
            FunctionOutput given = FunctionOutput.of(answer, click.message().kind(), ready);
            state.clicked(click.later(outcome -> given.isWrong()
                    ? outcome.failed(told("late answer", given))
                    : outcome.late(output.show(given, click))));
            return given;
        });
    }

    private Future<ClickOutcome> invoke(
            Click click, ReceivedMessage message, PressedButton button, CliqUser user, ClickOutcome begun) {
        String name = button.data().path("name").asText();
        String owner = button.data().path("owner").asText("");
        Optional<CliqFunction> function = chats.organisation().function(name, owner);
        if (function.isEmpty()) {
            String whose = owner.isEmpty() ? "" : " of " + owner;
            return Future.succeededFuture(
                    state.clicked(begun.failed("The organisation has no function " + name + whose + ".")));
        }
        String responseName = late.newName();
        byte[] body = ClickEnvelope.of(new ClickScene(
                        chats.organisation(),
                        function.get(),
                        user,
                        place(message),
                        clicked(message),
                        button,
                        click,
                        begun.time(),
                        baseUrl.get() + LateAnswers.path(responseName)))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        OpenClick open = new OpenClick(message, name, state.clickBegan(), begun);
        late.await(responseName, open);
        return vertx.executeBlocking(() -> signer.sign(body), false)
                .compose(signature -> deliver(function.get(), signature, body, open));
    }

    private Future<ClickOutcome> deliver(CliqFunction function, String signature, byte[] body, OpenClick open) {
        Map<String, String> headers =
                new TreeMap<>(Map.of("Content-Type", "application/json", ClickSigner.HEADER, signature));
        open.inTime(outcome -> outcome.delivered(
                new DeliveredClick(function.shownUrl(), headers, new String(body, StandardCharsets.UTF_8))));
        return judge.compose(ready -> caller.post(function.executionUrl(), headers, body)
                .compose(
                        reply -> vertx.executeBlocking(() -> show(reply, open, ready), false),
                        lost -> Future.succeededFuture(state.clicked(open.inTime(outcome -> lost(outcome, lost))))));
    }

    private ClickOutcome show(FunctionCaller.Reply reply, OpenClick open, MessageJudge ready) {
        FunctionAnswer answer = new FunctionAnswer(reply.status(), new String(reply.body(), StandardCharsets.UTF_8));
        return state.clicked(open.inTime(outcome -> shown(outcome.answered(answer), reply, open, ready)));
    }

    private ClickOutcome shown(ClickOutcome answered, FunctionCaller.Reply reply, OpenClick open, MessageJudge ready) {
        if (reply.status() != 200) {
            return answered.failed("The function answered with the status " + reply.status() + ", not 200.");
        }
        try {
            JsonNode answer = StrictJson.read(StrictJson.text(reply.body()));
            FunctionOutput given = FunctionOutput.of(answer, open.message().kind(), ready);
            return given.isWrong() ? answered.failed(told("answer", given)) : answered.shown(output.show(given, open));
        } catch (MalformedJsonException malformed) {
            return answered.failed("The function's answer " + malformed.getMessage() + ".");
        }
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
        String complaints =
                wrong.complaints().stream().limit(TOLD).map(ReadBody::sentence).collect(Collectors.joining(" "));
        return "The function's " + what + " cannot be shown. " + complaints;
    }

    private ClickScene.Place place(ReceivedMessage message) {
        String id = chats.open(message.kind(), message.target()).id();
        return switch (message.kind()) {
            case CHANNEL, CHANNEL_ID -> new ClickScene.Place(id, "channel");
            case BOT -> new ClickScene.Place(id, "bot");
            case CHAT, USER -> new ClickScene.Place(id, "chat");
        };
    }

    private ClickScene.Clicked clicked(ReceivedMessage message) {
        String text = KeptJson.tree(message.currentJson()).path("text").asText("");
        return new ClickScene.Clicked(message.id(), text, message.time(), authors.sender(message));
    }
}
