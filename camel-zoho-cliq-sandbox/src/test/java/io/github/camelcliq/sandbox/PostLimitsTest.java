package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelcliq.sandbox.limits.Budget;
import io.github.camelcliq.sandbox.limits.Limits;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostLimitsTest {

    private static final String HELLO = json("{'text': 'Hello'}");
    private static final String CARD = json("{'text': 'Hello', 'card': {'title': 'News'}}");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder()
                .accessToken("sandbox-token", "second-token")
                .accessTokenOf("ann", "ann's token")
                .zapikeyOf("ann", "1001.ann")
                .limits(Limits.OF_CLIQ)
                .clock(SandboxClock.stoppedAt(NOON))
                .start();
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void fiftyPostsAMinuteAreTakenAndOneMoreLocksForTenMinutes() {
        assertThat(taken(50, HELLO)).isEqualTo(50);

        assertThat(post(HELLO)).isEqualTo(429);

        assertThat(sandbox.budget().lockedUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        sandbox.clock().skip(Duration.ofMinutes(10).minusNanos(1));
        assertThat(post(HELLO)).isEqualTo(429);
        sandbox.clock().skip(Duration.ofNanos(1));
        assertThat(post(HELLO)).isEqualTo(204);
        assertThat(sandbox.messages()).hasSize(51);
    }

    @Test
    void theWindowSlides() {
        taken(25, HELLO);
        sandbox.clock().skip(Duration.ofSeconds(30));
        taken(25, HELLO);
        sandbox.clock().skip(Duration.ofSeconds(30));

        assertThat(sandbox.budget().postsLeft())
                .as("the first have left the window")
                .isEqualTo(25);
        assertThat(taken(25, HELLO)).isEqualTo(25);
        assertThat(post(HELLO)).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v2/chats/CT_1/messages            | {'text': 'x', 'card': {'title': 'News'}}",
                "/api/v2/chats/CT_1/messages            | {'text': 'x', 'slides': [{'type': 'text', 'data': 'x'}]}",
                "/api/v2/chats/CT_1/messages            | {'text': 'x', 'thread_message_id': '1_2'}",
                "/api/v2/chats/CT_1/messages            | {'text': 'x', 'thread_chat_id': 'CT_1-T-2'}",
                "/api/v2/chats/CT_1-T-2/messages        | {'text': 'x'}",
                "/api/v3/chats/CT_1%2DT%2D2/messages    | {'text': 'x'}",
                "/api/v3/channelsbyname/news/messages   | {'text': 'x', 'card': {}}",
                "/api/v2/bots/deploybot/message         | {'card': {'title': 'News'}}",
            })
    void cardsSlidesAndThreadsHaveALowerLimit(String path, String message) {
        for (int post = 0; post < 20; post++) {
            assertThat(caller.post(path, json(message)).statusCode()).isEqualTo(204);
        }
        assertThat(sandbox.budget().restrictedLeft()).isZero();
        assertThat(sandbox.budget().postsLeft()).isEqualTo(30);

        assertThat(caller.post(path, json(message)).statusCode()).isEqualTo(429);

        assertThat(post(HELLO)).as("everything is locked").isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v2/chats/CT_1/messages            | {'text': 'x', 'buttons': [{'label': 'Go', 'action':"
                        + " {'type': 'copy', 'data': {'text': 'x'}}}]}",
                "/api/v2/chats/CT_1/messages            | {'text': 'x', 'card': null, 'slides': null}",
                "/api/v2/channelsbyname/a-T-b/message   | {'text': 'x'}",
                "/api/v2/buddies/a@x.com/message        | {'text': 'x', 'thread_title': 'x'}",
            })
    void allElseHasTheHigherOne(String path, String message) {
        assertThat(caller.post(path, json(message)).statusCode()).isEqualTo(204);

        assertThat(sandbox.budget().posts()).isOne();
        assertThat(sandbox.budget().restricted()).isZero();
    }

    @Test
    void cardsCountAgainstTheHigherLimitToo() {
        taken(20, CARD);
        taken(30, HELLO);

        assertThat(post(HELLO)).isEqualTo(429);
    }

    @Test
    void allTokensOfAUserShareTheirLimitAndNobodyElseDoes() {
        taken(49, HELLO);
        assertThat(caller.postWith("second-token", Caller.CHAT, HELLO).statusCode())
                .isEqualTo(204);

        assertThat(caller.postWith("second-token", Caller.CHAT, HELLO).statusCode())
                .isEqualTo(429);

        assertThat(post(HELLO)).isEqualTo(429);
        assertThat(caller.postWith("ann's token", Caller.CHAT, HELLO).statusCode())
                .isEqualTo(204);
        assertThat(caller.postWithoutToken("/api/v2/bots/b/message?zapikey=1001.ann", HELLO)
                        .statusCode())
                .isEqualTo(204);
        assertThat(sandbox.budget("ann").posts()).isEqualTo(2);
        assertThat(sandbox.messages()).extracting(ReceivedMessage::user).endsWith("sandbox-user", "ann", "ann");
    }

    @Test
    void aPostUnderALockNeitherCountsNorMakesItLonger() {
        sandbox.lock("sandbox-user", Duration.ofMinutes(10));
        sandbox.clock().skip(Duration.ofMinutes(9));

        assertThat(post(HELLO)).isEqualTo(429);
        assertThat(post(CARD)).isEqualTo(429);

        Budget budget = sandbox.budget();
        assertThat(budget.lockedUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        assertThat(budget.posts()).isZero();
        assertThat(budget.postsLeft()).as("while the lock holds").isZero();
        assertThat(budget.locks()).isOne();
        assertThat(budget.throttled()).isEqualTo(2);
        assertThat(budget.refusedUnderLock())
                .containsExactly(NOON.plus(Duration.ofMinutes(9)), NOON.plus(Duration.ofMinutes(9)));
    }

    @Test
    void thePostThatBeginsALockIsNotAmongThoseUnderIt() {
        taken(50, HELLO);
        post(HELLO);

        assertThat(sandbox.budget().throttled()).isOne();
        assertThat(sandbox.budget().refusedUnderLock()).isEmpty();
    }

    @Test
    void whatIsRefusedForItsMessageCountsAndWhatHasNoTokenDoesNot() {
        post("garbage");
        post(json("{'text': 5}"));
        caller.postWith("wrong-token", Caller.CHAT, HELLO);
        caller.post("/api/v2/nothing", HELLO);

        assertThat(sandbox.budget().posts()).isEqualTo(2);
        assertThat(sandbox.budget().accepted()).isZero();
    }

    @Test
    void aLockComesBeforeWhatIsWrongWithTheMessage() {
        sandbox.lock("sandbox-user", Duration.ofMinutes(10));

        assertThat(post("garbage")).isEqualTo(429);
        assertThat(sandbox.requests().get(0).complaints()).isEmpty();
    }

    @Test
    void limitsAreOffByDefaultAndALockByHandHoldsAllTheSame() {
        try (Sandbox lenient = Sandbox.builder().start()) {
            Caller fast = new Caller(lenient);
            for (int post = 0; post < 60; post++) {
                assertThat(fast.post(Caller.CHAT, CARD).statusCode()).isEqualTo(204);
            }

            lenient.lock("sandbox-user", Duration.ofMinutes(1));

            assertThat(fast.post(Caller.CHAT, CARD).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void windowAndLockCanBeScaled() {
        Limits scaled = Limits.OF_CLIQ.scaledTo(Duration.ofSeconds(6));
        assertThat(scaled).isEqualTo(new Limits(50, 20, Duration.ofSeconds(6), Duration.ofMinutes(1)));
        sandbox.limits(scaled);

        taken(50, HELLO);
        sandbox.clock().skip(Duration.ofSeconds(6));
        assertThat(taken(50, HELLO)).isEqualTo(50);

        assertThat(post(HELLO)).isEqualTo(429);
        assertThat(sandbox.budget().lockedUntil()).isEqualTo(NOON.plusSeconds(6 + 60));
    }

    @Test
    void aLockShorterThanTheWindowBeginsAgainUntilTheWindowHasRoom() {
        sandbox.limits(new Limits(1, 1, Duration.ofMinutes(1), Duration.ofSeconds(10)));
        post(HELLO);
        assertThat(post(HELLO)).isEqualTo(429);
        sandbox.clock().skip(Duration.ofSeconds(10));

        assertThat(post(HELLO)).isEqualTo(429);

        assertThat(sandbox.budget().locks()).isEqualTo(2);
        sandbox.clock().skip(Duration.ofSeconds(50));
        assertThat(post(HELLO)).isEqualTo(204);
    }

    @Test
    void theThrottleAnswerHasTheFormsThatCliqHas() {
        sandbox.lock("sandbox-user", Duration.ofSeconds(90).plusNanos(1));

        HttpResponse<String> flat = caller.post(Caller.CHAT, HELLO);
        assertThat(flat.statusCode()).isEqualTo(429);
        assertThat(flat.body()).isEqualTo(json("{'message':'Too many requests.','code':'rate_limit_exceeded'}"));
        assertThat(flat.headers().firstValue("Retry-After")).isEmpty();

        sandbox.throttleAnswer(ThrottleAnswer.NESTED.withRetryAfter());
        HttpResponse<String> nested = caller.post(Caller.CHAT, HELLO);
        assertThat(nested.statusCode()).isEqualTo(429);
        assertThat(nested.body())
                .isEqualTo(json("{'error':{'message':'Too many requests.','code':'rate_limit_exceeded'}}"));
        assertThat(nested.headers().firstValue("Retry-After")).hasValue("91");

        sandbox.throttleAnswer(ThrottleAnswer.DISGUISED);
        HttpResponse<String> disguised = caller.post(Caller.CHAT, HELLO);
        assertThat(disguised.statusCode()).isEqualTo(400);
        assertThat(disguised.body())
                .isEqualTo(json("{'code':'request_limit_exceeded',"
                        + "'message':'You have exceeded the URL throttle limits.'}"));
        assertThat(disguised.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void aHundredPostsAtOnceGetFiftyThroughAndOneLock() {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int post = 0; post < 100; post++) {
            answers.add(caller.postLater("/api/v2/chats/CT_" + post + "/messages", HELLO));
        }

        assertThat(answers.stream().filter(answer -> answer.join().statusCode() == 204))
                .hasSize(50);
        Budget budget = sandbox.budget();
        assertThat(budget.accepted()).isEqualTo(50);
        assertThat(budget.throttled()).isEqualTo(50);
        assertThat(budget.locks()).isOne();
        assertThat(budget.refusedUnderLock()).hasSize(49);
    }

    @Test
    void aLargePostIsCountedAsASmallOneIs() {
        String large = json("{'text': 'Hello', 'card': {'title': 'News'}, 'unknown': '" + "x".repeat(100_000) + "'}");

        assertThat(taken(20, large)).isEqualTo(20);

        assertThat(post(large)).isEqualTo(429);
        assertThat(sandbox.budget().accepted()).isEqualTo(20);
    }

    @Test
    void resetForgetsPostsLocksAndOtherLimits() {
        sandbox.limits(new Limits(1, 1, Duration.ofMinutes(1), Duration.ofMinutes(1)));
        sandbox.throttleAnswer(ThrottleAnswer.DISGUISED);
        post(HELLO);
        assertThat(post(HELLO)).isEqualTo(400);

        sandbox.reset();

        assertThat(sandbox.limits()).isEqualTo(Limits.OF_CLIQ);
        assertThat(sandbox.budget().isLocked()).isFalse();
        assertThat(sandbox.budget().throttled()).isZero();
        assertThat(taken(50, HELLO)).isEqualTo(50);
        assertThat(post(HELLO)).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "Ann", ""})
    void aUserWhoHasNoCredentialHasNoBudget(String user) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.budget(user))
                .withMessageEndingWith("users with credentials are [ann, sandbox-user]");
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.lock(user, Duration.ofMinutes(1)));
    }

    @Test
    void whatIsNoLimitIsRefused() {
        Duration minute = Duration.ofMinutes(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(0, 1, minute, minute));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(1, 0, minute, minute));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(1, 1, Duration.ZERO, minute));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(1, 1, minute, minute.negated()));
        assertThatIllegalArgumentException().isThrownBy(() -> Limits.OF_CLIQ.scaledTo(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.lock("ann", Duration.ZERO));
    }

    private int post(String message) {
        return caller.post(Caller.CHAT, message).statusCode();
    }

    private int taken(int posts, String message) {
        int taken = 0;
        for (int post = 0; post < posts; post++) {
            taken += post(message) == 204 ? 1 : 0;
        }
        return taken;
    }
}
