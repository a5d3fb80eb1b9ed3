package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.ClickStatus;
import io.github.camelcliq.sandbox.click.Shown;
import io.github.camelcliq.sandbox.judging.Complaint;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Cliq would show of a function's answer. */
class ClickAnswerTest {

    private ClickSetting setting;
    private Sandbox sandbox;
    private String clicked;

    @BeforeEach
    void start() {
        setting = new ClickSetting();
        sandbox = setting.sandbox;
        clicked = setting.post(ClickSetting.PLAIN);
    }

    @AfterEach
    void stop() {
        setting.close();
    }

    @Test
    void aMessageIsPostedToTheChatAsFromTheFunction() {
        setting.function.answers("{'output': {'text': 'Approved.', 'card': {'title': 'Done'}}}");

        ClickOutcome outcome = click();

        ReceivedMessage posted = setting.newest();
        assertThat(outcome.status()).isEqualTo(ClickStatus.SHOWN);
        assertThat(outcome.shown())
                .isEqualTo(new Shown(
                        Shown.Kind.MESSAGE,
                        "Approved.",
                        json("{'text':'Approved.','card':{'title':'Done'}}"),
                        posted.id()));
        assertThat(posted.json()).isEqualTo(outcome.shown().json());
        assertThat(posted.kind()).isEqualTo(DestinationKind.CHANNEL);
        assertThat(posted.target()).isEqualTo("finance");
        assertThat(posted.author()).isEqualTo(new MessageAuthor(MessageAuthor.Kind.FUNCTION, "approve", ""));
        assertThat(posted.sequence()).isEqualTo(2);
    }

    @Test
    void aMessageMayShowAnotherNameAndPicture() {
        setting.function.answers("{'output': {'text': 'x', 'bot': {'name': 'Budget', 'image': 'https://x/b.png'}}}");

        click();

        assertThat(setting.newest().author())
                .isEqualTo(new MessageAuthor(MessageAuthor.Kind.FUNCTION, "Budget", "https://x/b.png"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BANNER | Saved | {'type': 'banner', 'status': 'success', 'text': 'Saved'}",
                "BANNER | No    | {'type': 'banner', 'status': 'failure', 'text': 'No'}",
                "FORM   | Why   | {'type': 'form', 'title': 'Why', 'name': 'why', 'hint': 'h', 'button_label': 'b', "
                        + "'inputs': [{'type': 'text'}], 'action': {'type': 'invoke.function', 'name': 'f'}}",
                "FORM   | Why   | {'type': 'form', 'title': 'Why', 'name': 'why', 'inputs': [{}], "
                        + "'action': {'type': 'invoke.function', 'name': 'f'}, 'navigation': true}"
            })
    void bannersAndFormsAreShownAndPostNothing(Shown.Kind kind, String text, String output) {
        setting.function.answers("{'output': " + output + "}");

        ClickOutcome outcome = click();

        assertThat(outcome.status()).isEqualTo(ClickStatus.SHOWN);
        assertThat(outcome.shown().kind()).isEqualTo(kind);
        assertThat(outcome.shown().text()).isEqualTo(text);
        assertThat(outcome.shown().json())
                .isEqualTo(json(output).replace(": ", ":").replace(", ", ","));
        assertThat(sandbox.messages()).hasSize(1);
    }

    @Test
    void anEditChangesTheClickedMessage() {
        setting.function.answers("{'output': {'type': 'message_edit', 'text': 'Approved by Scott.'}}");

        ClickOutcome outcome = click();

        assertThat(outcome.shown())
                .isEqualTo(new Shown(
                        Shown.Kind.EDIT, "Approved by Scott.", json("{'text':'Approved by Scott.'}"), clicked));
        ReceivedMessage message = sandbox.message(clicked).orElseThrow();
        assertThat(message.json()).isEqualTo(ClickSetting.PLAIN);
        assertThat(message.state().edited()).hasValue(json("{'text':'Approved by Scott.'}"));
        assertThat(message.currentJson()).isEqualTo(json("{'text':'Approved by Scott.'}"));
        assertThat(sandbox.messages()).hasSize(1);
        JsonNode shown = Caller.tree(setting.caller.get("/sandbox/messages")).get(0);
        assertThat(shown.at("/edited/text").textValue()).isEqualTo("Approved by Scott.");
        assertThat(shown.at("/message/text").textValue()).isEqualTo("Approve?");
        assertThat(shown.at("/clicks/0/shown/kind").textValue()).isEqualTo("edit");
    }

    @Test
    void theButtonsOfTheEditedMessageAreThoseThatCanBeClicked() {
        setting.function.answers("{'output': {'type': 'message_edit', 'text': 'Done'}}");
        click();

        assertThat(setting.caller
                        .post("/sandbox/click", json("{'message': '" + clicked + "', 'button': 'k'}"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anEmptyOutputShowsNothing() {
        ClickOutcome outcome = click();

        assertThat(outcome.status()).isEqualTo(ClickStatus.NOTHING);
        assertThat(outcome.shown().kind()).isEqualTo(Shown.Kind.NOTHING);
        assertThat(outcome.error()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                        | /output: is required, and an object.",
                "[]                                                        | /output: is required, and an object.",
                "{'output': 'x'}                                           | /output: is required, and an object.",
                "{'text': 'x'}                                             | /output: is required, and an object.",
                "{'output': {'type': 'popup'}}                             | /output/type: is banner, form or message_edit",
                "{'output': {'type': 1}}                                   | /output/type: is banner, form or message_edit",
                "{'output': {'card': {'title': 'T'}}}                      | /output/text: is required.",
                "{'output': {'text': 5}}                                   | /output/text: integer found, string expected.",
                "{'output': {'text': 'x', 'card': {'theme': 'y'}}}         | /output/card/theme: ",
                "{'output': {'type': 'message_edit'}}                      | /output/text: is required.",
                "{'output': {'type': 'banner', 'text': 'x'}}               | /output/status: is required.",
                "{'output': {'type': 'banner', 'status': 'ok', 'text': 'x'}}   | /output/status: ",
                "{'output': {'type': 'banner', 'status': 'success'}}       | /output/text: is required.",
                "{'output': {'type': 'form', 'title': 't', 'name': 'n', 'inputs': [{}]}} | /output/action: is required.",
                "{'output': {'type': 'form', 'title': 't', 'name': 'n', 'inputs': [], 'action': {'type': 'invoke.function', 'name': 'f'}}} | /output/inputs: "
            })
    void whatBreaksTheRulesIsAnErrorThatSaysWhy(String answer, String complaint) {
        setting.function.answers(answer);

        ClickOutcome outcome = click();

        assertThat(outcome.status()).isEqualTo(ClickStatus.FAILED);
        assertThat(outcome.error())
                .startsWith("The function's answer cannot be shown. ")
                .contains(complaint);
        assertThat(outcome.shown()).isEqualTo(new Shown(Shown.Kind.ERROR, outcome.error(), "", ""));
        assertThat(outcome.answer()).isPresent();
        assertThat(sandbox.messages()).hasSize(1);
        assertThat(sandbox.message(clicked).orElseThrow().state().edited()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | ''                         | The function's answer is empty.",
                "200 | nonsense                   | The function's answer is not JSON",
                "200 | <html><script>x</script>   | The function's answer is not JSON",
                "200 | {\"output\": {}} 1         | The function's answer has text after",
                "201 | {\"output\": {}}           | The function answered with the status 201, not 200.",
                "401 | ''                         | The function answered with the status 401, not 200.",
                "500 | <html>                     | The function answered with the status 500, not 200."
            })
    void hostileAnswersAreErrors(int status, String body, String error) {
        setting.function.answers(status, body);

        ClickOutcome outcome = click();

        assertThat(outcome.status()).isEqualTo(ClickStatus.FAILED);
        assertThat(outcome.error()).startsWith(error).doesNotContain("<");
        assertThat(outcome.answer().orElseThrow().status()).isEqualTo(status);
        assertThat(outcome.answer().orElseThrow().body()).isEqualTo(body);
    }

    @Test
    void anAnswerThatIsNotUtf8IsAnError() {
        setting.function.answers(exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {'"', (byte) 0xC3, '"'});
            exchange.close();
        });

        assertThat(click().error()).isEqualTo("The function's answer is not UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerWithoutEndIsCutOff(boolean json) {
        byte[] piece = (json ? "{\"a\": \"" + "x".repeat(8_000) : "y".repeat(8_000)).getBytes(StandardCharsets.UTF_8);
        CountDownLatch cut = new CountDownLatch(1);
        setting.function.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(piece);
                }
            } finally {
                cut.countDown();
            }
        });

        ClickOutcome outcome = click();

        assertThat(outcome.status()).isEqualTo(ClickStatus.FAILED);
        assertThat(outcome.error()).isEqualTo("The function's answer is larger than 262144 bytes.");
        await().until(() -> cut.getCount() == 0);
    }

    @Test
    void redirectsAreNotFollowed() {
        setting.function.answers(exchange -> {
            exchange.getResponseHeaders().set("Location", setting.function.url("/elsewhere"));
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });

        assertThat(click().error()).isEqualTo("The function answered with the status 307, not 200.");
        assertThat(setting.function.arrived()).hasSize(1);
    }

    @Test
    void aConnectionThatIsLostIsAFailure() {
        setting.function.answers(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.close();
        });

        ClickOutcome outcome = click();

        assertThat(outcome.status()).isEqualTo(ClickStatus.FAILED);
        assertThat(outcome.error()).startsWith("The function could not be reached: ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoAnswersTooLateIsTimedOut(boolean begins) {
        try (ClickSetting hasty = new ClickSetting(Duration.ofMillis(100))) {
            CountDownLatch never = new CountDownLatch(1);
            hasty.function.answers(exchange -> {
                if (begins) {
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                }
                until(never);
            });

            ClickOutcome outcome = hasty.sandbox.click(Click.on(hasty.post(ClickSetting.PLAIN), "k"));

            assertThat(outcome.status()).isEqualTo(ClickStatus.TIMED_OUT);
            assertThat(outcome.error()).isEqualTo("The function did not answer within PT0.1S.");
            assertThat(outcome.shown().kind()).isEqualTo(Shown.Kind.ERROR);
            assertThat(outcome.answer()).isEmpty();
            assertThat(outcome.request()).isPresent();
            never.countDown();
        }
    }

    @Test
    void aFunctionMayHaveAYear() {
        try (ClickSetting patient = new ClickSetting(Duration.ofDays(365))) {
            ClickOutcome outcome = patient.sandbox.click(Click.on(patient.post(ClickSetting.PLAIN), "k"));

            assertThat(outcome.status()).isEqualTo(ClickStatus.NOTHING);
        }
    }

    @Test
    void clicksAreToldToWhoWatches() {
        setting.function.answers("{'output': {'text': 'Approved.'}}");
        try (Watcher watcher = Watcher.of(sandbox)) {
            click();

            await().until(() -> !watcher.events("click").isEmpty());
            assertThat(watcher.events("message")).hasSize(1);
            assertThat(watcher.events("edited").get(0).json().path("clicks").get(0))
                    .isEqualTo(watcher.events("click").get(0).json());
        }
    }

    @Test
    void manyMayClickAtOnce() {
        setting.function.answers("{'output': {'text': 'Approved.'}}");

        List<CompletableFuture<ClickOutcome>> clicks = new ArrayList<>();
        IntStream.range(0, 40).forEach(click -> clicks.add(sandbox.clickLater(Click.on(clicked, "k"))));

        assertThat(clicks).allSatisfy(click -> assertThat(click.join().status()).isEqualTo(ClickStatus.SHOWN));
        assertThat(setting.function.arrived()).hasSize(40);
        assertThat(sandbox.messages()).hasSize(41);
        assertThat(sandbox.messages()).extracting(ReceivedMessage::sequence).doesNotHaveDuplicates();
        assertThat(sandbox.message(clicked).orElseThrow().state().clicks()).hasSize(MessageState.MOST_CLICKS);
    }

    @Test
    void whatComesOfAClickAfterAResetIsNotKept() {
        CountDownLatch wasReset = new CountDownLatch(1);
        setting.function.answers(exchange -> {
            until(wasReset);
            FunctionServer.answer(exchange, 200, json("{'output': {'text': 'Approved.'}}"));
        });
        CompletableFuture<ClickOutcome> click = sandbox.clickLater(Click.on(clicked, "k"));
        await().until(() -> setting.function.arrived().size() == 1);

        sandbox.reset();
        wasReset.countDown();

        assertThat(click.join().status()).isEqualTo(ClickStatus.SHOWN);
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void aClickEndsWhenTheSandboxCloses() {
        CountDownLatch never = new CountDownLatch(1);
        setting.function.answers(exchange -> until(never));
        CompletableFuture<ClickOutcome> click = sandbox.clickLater(Click.on(clicked, "k"));
        await().until(() -> setting.function.arrived().size() == 1);

        sandbox.close();

        await().until(click::isDone);
        never.countDown();
    }

    @Test
    void votesForOptionsThatAnEditTakesAwayAreLost() {
        String options = "'options': [{'text': 'Soup'}, {'text': 'Salad'}, {'text': 'Cake'}]";
        String poll = setting.post(json("{'text': '[Go]($go)', 'card': {'theme': 'poll', 'title': 'T', " + options
                + "}, 'references': {'go': {'type': 'button', 'object': {'label': 'Go', "
                + "'action': {'type': 'invoke.function', 'data': {'name': 'approve'}}}}}}"));
        sandbox.vote(poll, 0, "123456");
        sandbox.vote(poll, 2, "55622671");
        setting.function.answers("{'output': {'type': 'message_edit', 'text': 'x', 'card': {'theme': 'poll', "
                + "'title': 'T', 'options': [{'text': 'Soup'}, {'text': 'Salad'}]}}}");

        sandbox.click(Click.on(poll, "go"));

        assertThat(sandbox.message(poll).orElseThrow().state().votes().entrySet())
                .extracting(entry -> entry.getKey(), entry -> entry.getValue())
                .containsExactly(tuple(0, List.of("123456")));
    }

    /** An answer that comes to the {@code response_url}. */
    @Nested
    class Late {

        @Test
        void aLateAnswerIsShownOnce() {
            click();

            HttpResponse<String> first = answerLate("{'output': {'text': 'Approved at last.'}}");
            HttpResponse<String> second = answerLate("{'output': {'text': 'Once more.'}}");

            assertThat(first.statusCode()).isEqualTo(204);
            assertThat(second.statusCode()).isEqualTo(404);
            assertThat(sandbox.messages()).hasSize(2);
            assertThat(setting.newest().author().kind()).isEqualTo(MessageAuthor.Kind.FUNCTION);
            ClickOutcome outcome = outcome();
            assertThat(outcome.status()).isEqualTo(ClickStatus.LATE);
            assertThat(outcome.shown().message()).isEqualTo(setting.newest().id());
            assertThat(outcome.answer().orElseThrow().status()).isEqualTo(200);
            assertThat(sandbox.requests()).extracting(JournalEntry::status).containsExactly(204, 204, 404);
        }

        @Test
        void aLateAnswerMayComeAfterTheTimeIsOver() throws Exception {
            try (ClickSetting hasty = new ClickSetting(Duration.ofMillis(100))) {
                CountDownLatch never = new CountDownLatch(1);
                hasty.function.answers(exchange -> until(never));
                String message = hasty.post(ClickSetting.PLAIN);
                ClickOutcome inTime = hasty.sandbox.click(Click.on(message, "k"));

                // the function may not have heard of it in so short a time
                JsonNode told = new ObjectMapper()
                        .readTree(inTime.request().orElseThrow().body());
                answerLate(hasty, told, "{'output': {'type': 'message_edit', 'text': 'Approved.'}}");

                ReceivedMessage edited = hasty.sandbox.message(message).orElseThrow();
                assertThat(inTime.status()).isEqualTo(ClickStatus.TIMED_OUT);
                assertThat(edited.state().edited()).hasValue(json("{'text':'Approved.'}"));
                assertThat(edited.state().clicks()).singleElement().satisfies(late -> {
                    assertThat(late.id()).isEqualTo(inTime.id());
                    assertThat(late.status()).isEqualTo(ClickStatus.LATE);
                    assertThat(late.shown().kind()).isEqualTo(Shown.Kind.EDIT);
                    assertThat(late.error()).isEmpty();
                });
                never.countDown();
            }
        }

        @Test
        void aLateAnswerMayOvertakeTheOneInTime() {
            setting.function.answers(exchange -> {
                answerLate("{'output': {'type': 'banner', 'status': 'success', 'text': 'Saved'}}");
                FunctionServer.answer(exchange, 200, json("{'output': {}}"));
            });

            ClickOutcome outcome = click();

            assertThat(outcome.status()).isEqualTo(ClickStatus.LATE);
            assertThat(outcome.shown().text()).isEqualTo("Saved");
            assertThat(outcome.answer()).isPresent();
            assertThat(outcome.request()).isPresent();
            assertThat(outcome()).isEqualTo(outcome);
        }

        @Test
        void aLateAnswerThatBreaksTheRulesIsRefusedWithWhatIsWrong() {
            click();

            HttpResponse<String> answer = answerLate("{'output': {'text': 5}}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo(json("{'message':'/output/text: integer found, string expected.'}"));
            assertThat(outcome().status()).isEqualTo(ClickStatus.FAILED);
            assertThat(outcome().error()).startsWith("The function's late answer cannot be shown. /output/text: ");
            List<JournalEntry> journal = sandbox.requests();
            assertThat(journal.get(journal.size() - 1).complaints())
                    .extracting(Complaint::pointer)
                    .containsExactly("/output/text");
            assertThat(answerLate("{'output': {'text': 'x'}}").statusCode()).isEqualTo(404);
        }

        @Test
        void whatIsNoJsonLeavesTheClickOpen() {
            click();

            assertThat(answerLate("nonsense").statusCode()).isEqualTo(400);
            assertThat(answerLate("{'output': {}}").statusCode()).isEqualTo(204);
        }

        @Test
        void whatNobodyWaitsForIsNotFound() {
            String path = "/api/v2/extensions/2980/responses/123";

            assertThat(setting.caller.post(path, json("{'output': {}}")).statusCode())
                    .isEqualTo(404);
            assertThat(setting.caller.get(path).statusCode()).isEqualTo(405);
        }

        @Test
        void aResetLetsNothingBeAnsweredAnyMore() {
            click();
            sandbox.reset();

            assertThat(answerLate("{'output': {'text': 'Approved.'}}").statusCode())
                    .isEqualTo(404);
            assertThat(sandbox.messages()).isEmpty();
        }

        private ClickOutcome outcome() {
            return sandbox.message(clicked).orElseThrow().state().clicks().get(0);
        }

        private HttpResponse<String> answerLate(String answer) {
            return answerLate(setting, setting.function.only().json(), answer);
        }

        private static HttpResponse<String> answerLate(ClickSetting where, JsonNode told, String answer) {
            URI url = URI.create(told.path("response_url").textValue());
            return where.caller.send(where.caller.to(url.getPath()).POST(BodyPublishers.ofString(json(answer))));
        }
    }

    private ClickOutcome click() {
        return sandbox.click(Click.on(clicked, "k"));
    }

    private static void until(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
