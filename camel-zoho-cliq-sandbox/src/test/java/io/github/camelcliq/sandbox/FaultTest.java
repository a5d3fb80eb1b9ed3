package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a fault does to a post, at every point of it. */
class FaultTest {

    private static final String HELLO = json("{'text':'Hello'}");
    private static final String HEAD = "POST " + Caller.CHAT + " HTTP/1.1\r\nHost: localhost\r\n"
            + "Authorization: Bearer sandbox-token\r\nContent-Type: application/json\r\n"
            + "Content-Length: 16\r\n\r\n";

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().start();
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theConnectionCanBeCutBeforeTheBodyIsRead() throws Exception {
        sandbox.faults().next(Fault.cutBeforeReading());

        assertThat(caller.raw(HEAD)).as("cut although the body never came").isEmpty();

        assertThat(sandbox.requests()).singleElement().satisfies(request -> {
            assertThat(request.status()).isZero();
            assertThat(request.body()).isEmpty();
        });
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void theConnectionCanBeCutWithinTheBody() throws Exception {
        sandbox.faults().next(Fault.cutWhileReading(10));
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write((HEAD + HELLO.substring(0, 9)).getBytes(StandardCharsets.US_ASCII));
            await().until(() -> sandbox.openRequests() == 1);
            out.write(HELLO.substring(9, 12).getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().read()).as("end of stream").isEqualTo(-1);
        }

        await().until(() -> sandbox.openRequests() == 0);
        assertThat(sandbox.requests()).extracting(JournalEntry::status).containsExactly(0);
    }

    @Test
    void aBodyThatIsShorterIsCutAtItsEnd() throws Exception {
        sandbox.faults().next(Fault.cutWhileReading(1_000));

        assertThat(caller.raw(HEAD + HELLO)).isEmpty();
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void theConnectionCanBeCutBeforeTheAnswer() throws Exception {
        sandbox.faults().next(Fault.cutBeforeAnswering());

        assertThat(caller.raw(HEAD + HELLO)).isEmpty();

        assertThat(sandbox.requests().get(0).body()).isEqualTo(HELLO);
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void theConnectionCanBeCutAfterTheMessageWasKept() throws Exception {
        sandbox.faults().next(Fault.cutBeforeAnswering().afterJudging());

        assertThat(caller.raw(HEAD + HELLO)).isEmpty();

        assertThat(sandbox.requests().get(0).status()).isZero();
        assertThat(sandbox.messages()).hasSize(1);
    }

    @Test
    void theConnectionCanBeCutWithinTheAnswerAfterTheMessageWasKept() throws Exception {
        sandbox.faults()
                .next(Fault.answer(ScriptedAnswer.of(200, "application/json", json("{'message_id':'1_2'}"))
                                .cutAfter(7))
                        .afterJudging());

        String answer = caller.raw(HEAD + HELLO);

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n{\"messa");
        assertThat(sandbox.messages()).hasSize(1);
    }

    @Test
    void aFailureCanFollowUponTheMessageThatWasKept() {
        sandbox.faults().next(Fault.failureAfterKeeping());

        HttpResponse<String> answer = caller.post(Caller.CHAT, HELLO);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo(json("{'message':'Internal server error.'}"));
        assertThat(sandbox.messages()).hasSize(1);
        assertThat(sandbox.requests()).extracting(JournalEntry::status).containsExactly(500);
    }

    @Test
    void anAnswerAfterJudgingIsGivenWhateverTheVerdict() {
        sandbox.faults().next(Fault.failureAfterKeeping());

        assertThat(caller.post(Caller.CHAT, json("{'text': 5}")).statusCode()).isEqualTo(500);

        assertThat(sandbox.messages()).isEmpty();
        assertThat(sandbox.requests().get(0).complaints()).hasSize(1);
    }

    @Test
    void aDictatedAnswerCountsAgainstNoLimitAndOneAfterJudgingDoes() {
        sandbox.faults().next(Fault.htmlPage(502));
        sandbox.faults().next(Fault.failureAfterKeeping());

        caller.post(Caller.CHAT, HELLO);
        caller.post(Caller.CHAT, HELLO);

        assertThat(sandbox.budget().posts()).isOne();
        assertThat(sandbox.budget().accepted()).isOne();
    }

    @Test
    void anAnswerCanBeLate() {
        sandbox.faults().next(Fault.delay(Duration.ofMillis(300)));
        long start = System.nanoTime();

        CompletableFuture<HttpResponse<String>> late = caller.postLater(Caller.CHAT, HELLO);
        sandbox.awaitMessages(1, Duration.ofSeconds(60));

        assertThat(late.join().statusCode()).isEqualTo(204);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(204);
    }

    @Test
    void anyAnswerCanBeLateAndJoinsTheDelayOfAll() {
        sandbox.answerDelay(Duration.ofMillis(150));
        sandbox.faults().next(Fault.htmlPage(502).delayed(Duration.ofMillis(150)));
        long start = System.nanoTime();

        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(502);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aPostCanHangUntilItIsReleasedAndIsJudgedThen() {
        sandbox.faults().next(Fault.hang());
        CompletableFuture<HttpResponse<String>> hanging = caller.postLater(Caller.CHAT, HELLO);
        await().until(() -> sandbox.faults().hanging() == 1);
        assertThat(caller.post(Caller.CHAT, json("{'text': 'overtakes'}")).statusCode())
                .isEqualTo(204);
        assertThat(hanging).isNotDone();
        assertThat(sandbox.messages()).hasSize(1);

        sandbox.faults().release();

        assertThat(hanging.join().statusCode()).isEqualTo(204);
        assertThat(sandbox.messages()).hasSize(2);
    }

    @Test
    void aPostCanHangAfterItsMessageWasKept() {
        sandbox.faults().next(Fault.hang().afterJudging());
        CompletableFuture<HttpResponse<String>> hanging = caller.postLater(Caller.CHAT, HELLO);
        await().until(() -> sandbox.faults().hanging() == 1);
        assertThat(hanging).isNotDone();
        assertThat(sandbox.openRequests()).isOne();
        assertThat(sandbox.messages()).hasSize(1);

        sandbox.faults().release();

        assertThat(hanging.join().statusCode()).isEqualTo(204);
        assertThat(sandbox.messages()).hasSize(1);
    }

    @Test
    void whoGivesUpOnAPostThatHangsHasPostedNothing() throws Exception {
        sandbox.faults().next(Fault.hang());
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.getOutputStream().write((HEAD + HELLO).getBytes(StandardCharsets.US_ASCII));
            await().until(() -> sandbox.faults().hanging() == 1);
        }
        await().until(() -> sandbox.faults().hanging() == 0);

        sandbox.faults().release();

        assertThat(caller.post(Caller.CHAT, json("{'text': 'next'}")).statusCode())
                .isEqualTo(204);
        assertThat(sandbox.messages()).hasSize(1);
        assertThat(sandbox.requests()).extracting(JournalEntry::status).containsExactly(0, 204);
    }

    @Test
    void aResetCutsWhatHangs() {
        sandbox.faults().next(Fault.hang());
        CompletableFuture<HttpResponse<String>> hanging = caller.postLater(Caller.CHAT, HELLO);
        await().until(() -> sandbox.faults().hanging() == 1);

        sandbox.reset();

        await().until(hanging::isCompletedExceptionally);
        assertThat(sandbox.openRequests()).isZero();
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void tokensCanExpireJustBeforeAPost() {
        sandbox.faults().next(Fault.expireTokens());

        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(401);
        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(401);

        String fresh = Caller.accessToken(caller.refresh());
        assertThat(caller.postWith(fresh, Caller.CHAT, HELLO).statusCode()).isEqualTo(204);
    }

    @Test
    void onePostCanBeRefusedAsUnauthorized() {
        sandbox.faults().next(Fault.unauthorized());

        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(401);
        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(204);
    }

    @Test
    void onePostCanBeThrottledWithoutALock() {
        sandbox.faults().next(Fault.throttled(ThrottleAnswer.FLAT.withRetryAfter(), Duration.ofMinutes(10)));
        sandbox.faults().next(Fault.throttled(ThrottleAnswer.DISGUISED, Duration.ofMinutes(10)));

        HttpResponse<String> flat = caller.post(Caller.CHAT, HELLO);
        assertThat(flat.statusCode()).isEqualTo(429);
        assertThat(flat.headers().firstValue("Retry-After")).hasValue("600");
        assertThat(flat.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(400);
        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(204);
        assertThat(sandbox.budget().locks()).isZero();
    }

    @Test
    void somethingInBetweenCanAnswerWithAPage() {
        sandbox.faults().next(Fault.htmlPage(502));

        HttpResponse<String> page = caller.post(Caller.CHAT, HELLO);

        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(page.body()).startsWith("<html>");
    }

    @Test
    void aConnectionCanBeUsedAgainAfterAFaultThatLeavesIt() throws Exception {
        sandbox.faults().next(Fault.htmlPage(502));

        String answers = caller.raw(HEAD + HELLO + HEAD.replace("Host", "Connection: close\r\nHost") + HELLO);

        assertThat(answers).startsWith("HTTP/1.1 502 ").contains("HTTP/1.1 204 ");
    }

    @Test
    void whatIsNoFaultIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.delay(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.cutWhileReading(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.htmlPage(99));
    }

    @Test
    void aFaultSaysWhatItIs() {
        assertThat(Fault.failureAfterKeeping()).hasToString("answer 500, after judging");
        assertThat(Fault.cutBeforeAnswering().delayed(Duration.ofSeconds(1)))
                .hasToString("cut-before-answering, delayed by PT1S");
        assertThat(Fault.cutBeforeReading().afterJudging()).hasToString("cut-before-reading");
        assertThat(Fault.delay(Duration.ofSeconds(1))).hasToString("delay, delayed by PT1S");
    }
}
