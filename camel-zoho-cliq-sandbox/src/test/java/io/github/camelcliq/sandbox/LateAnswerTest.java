package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that come to the {@code response_url}. */
class LateAnswerTest {

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
    void aLateAnswerIsShownOnce() {
        sandbox.click(Click.on(clicked, "k"));

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
            hasty.function.answers(exchange -> {
                try {
                    never.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            String message = hasty.post(ClickSetting.PLAIN);
            ClickOutcome inTime = hasty.sandbox.click(Click.on(message, "k"));

            // the function may not have heard of it in so short a time
            JsonNode told =
                    new ObjectMapper().readTree(inTime.request().orElseThrow().body());
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

        ClickOutcome outcome = sandbox.click(Click.on(clicked, "k"));

        assertThat(outcome.status()).isEqualTo(ClickStatus.LATE);
        assertThat(outcome.shown().text()).isEqualTo("Saved");
        assertThat(outcome.answer()).isPresent();
        assertThat(outcome.request()).isPresent();
        assertThat(outcome()).isEqualTo(outcome);
    }

    @Test
    void aLateAnswerThatBreaksTheRulesIsRefusedWithWhatIsWrong() {
        sandbox.click(Click.on(clicked, "k"));

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
        sandbox.click(Click.on(clicked, "k"));

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
        sandbox.click(Click.on(clicked, "k"));
        sandbox.reset();

        assertThat(answerLate("{'output': {'text': 'Approved.'}}").statusCode()).isEqualTo(404);
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void theNumberOfClicksThatCanBeAnsweredIsBounded() {
        LateAnswers answers = new LateAnswers();
        List<String> names = new ArrayList<>();
        for (int open = 0; open <= LateAnswers.MOST; open++) {
            names.add(answers.await(new OpenClick("m", "v2", DestinationKind.CHAT, "c", "f", null, null)));
        }

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[0-9]{26}"));
        assertThat(answers.take(names.get(0))).isEmpty();
        assertThat(answers.take(names.get(1))).isPresent();
        assertThat(answers.take(names.get(1))).isEmpty();
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
