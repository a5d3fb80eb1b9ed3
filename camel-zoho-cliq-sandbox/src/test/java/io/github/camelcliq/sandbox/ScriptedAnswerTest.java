package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptedAnswerTest {

    private static final String HELLO = json("{'text': 'Hello'}");
    private static final String RAW = "POST " + Caller.CHAT + " HTTP/1.1\r\nHost: localhost\r\n"
            + "Authorization: Bearer sandbox-token\r\nContent-Type: application/json\r\n"
            + "Content-Length: 16\r\n\r\n{\"text\":\"Hello\"}";

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
    void twoHundredPostsAreOpenAtOnceAndHoldNoThread() {
        caller.post(Caller.CHAT, HELLO);
        long threadsBefore = sandboxThreads();
        sandbox.faults().next(200, Fault.hang().afterJudging());

        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int post = 0; post < 200; post++) {
            answers.add(caller.postLater("/api/v2/chats/CT_" + post + "/messages", HELLO));
        }
        await().until(() -> sandbox.faults().hanging() == 200);

        assertThat(answers).noneMatch(CompletableFuture::isDone);
        assertThat(sandbox.messages()).as("accepted before they are answered").hasSize(201);
        assertThat(sandboxThreads()).isLessThanOrEqualTo(threadsBefore);
        sandbox.faults().release();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(204));
        assertThat(sandbox.openRequests()).isZero();
        assertThat(sandbox.mostOpenRequests()).isEqualTo(200);
    }

    @Test
    void answersAreDictatedInTheirOrderAndOnce() {
        sandbox.answerNext(502, "text/html", "<html><h1>Bad gateway</h1></html>");
        sandbox.answerNext(500, null, "");
        sandbox.answerNext(400, "application/json", json("{'error':{'code':'c','message':'m'}}"));
        sandbox.answerNext(ScriptedAnswer.of(429, "application/json", "{}").header("Retry-After", "600"));

        HttpResponse<String> html = caller.post(Caller.CHAT, HELLO);
        assertThat(html.statusCode()).isEqualTo(502);
        assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(html.body()).isEqualTo("<html><h1>Bad gateway</h1></html>");
        HttpResponse<String> empty = caller.post(Caller.CHAT, HELLO);
        assertThat(empty.statusCode()).isEqualTo(500);
        assertThat(empty.headers().firstValue("Content-Type")).isEmpty();
        assertThat(empty.body()).isEmpty();
        assertThat(caller.post(Caller.CHAT, HELLO).body()).isEqualTo(json("{'error':{'code':'c','message':'m'}}"));
        assertThat(caller.post(Caller.CHAT, HELLO).headers().firstValue("Retry-After"))
                .hasValue("600");
        assertThat(sandbox.messages()).isEmpty();

        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(204);
        assertThat(sandbox.messages()).hasSize(1);
        assertThat(sandbox.requests()).extracting(JournalEntry::status).containsExactly(502, 500, 400, 429, 204);
    }

    @Test
    void anAnswerCanBeCutOffInItsBody() throws Exception {
        sandbox.answerNext(ScriptedAnswer.of(200, "application/json", json("{'message_id':'1_2'}"))
                .cutAfter(7));

        String answer = caller.raw(RAW);

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").containsIgnoringCase("content-length: 20");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).isEqualTo("{\"messa");
        assertThat(sandbox.requests()).extracting(JournalEntry::status).containsExactly(200);
    }

    @Test
    void anAnswerCanBeCutOffAfterItsHead() throws Exception {
        sandbox.answerNext(ScriptedAnswer.of(200, "text/plain", "never seen").cutAfter(0));

        assertThat(caller.raw(RAW)).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n");
    }

    @Test
    void theConnectionCanEndBeforeAnyAnswer() throws Exception {
        sandbox.answerNext(ScriptedAnswer.hangUp());

        assertThat(caller.raw(RAW)).isEmpty();
        assertThat(sandbox.requests()).extracting(JournalEntry::status).containsExactly(0);
        assertThat(sandbox.openRequests()).isZero();
    }

    @Test
    void aDictatedAnswerIsGivenWhateverTheTokenAndTheBody() {
        sandbox.answerNext(503, "text/plain", "Down");

        HttpResponse<String> answer = caller.send(
                caller.to(Caller.CHAT).setHeader("Authorization", "none").POST(BodyPublishers.ofString("garbage")));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("Down");
    }

    @Test
    void aRequestToNoPostingPathTakesNoDictatedAnswer() {
        sandbox.answerNext(503, "text/plain", "Down");

        assertThat(caller.post("/api/v2/nothing", HELLO).statusCode()).isEqualTo(404);
        assertThat(caller.get(Caller.CHAT).statusCode()).isEqualTo(405);
        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(503);
    }

    @Test
    void aClientThatLeavesBeforeTheAnswerIsJournalledWithoutAStatus() throws Exception {
        sandbox.answerDelay(Duration.ofSeconds(30));
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.getOutputStream().write(RAW.getBytes(StandardCharsets.US_ASCII));
            sandbox.awaitMessages(1, Duration.ofSeconds(60));
        }

        await().until(() -> sandbox.openRequests() == 0);
        assertThat(sandbox.requests()).extracting(JournalEntry::status).containsExactly(0);
    }

    @Test
    void resetTakesEverythingBack() {
        sandbox.answerDelay(Duration.ofMinutes(1));
        caller.postLater(Caller.CHAT, HELLO);
        sandbox.awaitMessages(1, Duration.ofSeconds(60));
        sandbox.answerNext(503, "text/plain", "Down");

        sandbox.reset();

        assertThat(sandbox.messages()).isEmpty();
        assertThat(sandbox.requests()).isEmpty();
        assertThat(sandbox.mostOpenRequests()).as("the one still open").isOne();
        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(204);
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void aPostThatArrivedBeforeAResetLeavesNoTraceAfterIt() {
        sandbox.answerDelay(Duration.ofMillis(300));
        CompletableFuture<HttpResponse<String>> before = caller.postLater(Caller.CHAT, HELLO);
        sandbox.awaitMessages(1, Duration.ofSeconds(60));

        sandbox.reset();

        assertThat(before.join().statusCode()).isEqualTo(204);
        assertThat(sandbox.requests()).isEmpty();
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void whatCannotBeDialledIsRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.answerDelay(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.answerNext(199, null, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.answerNext(600, null, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScriptedAnswer.of(200, null, "").cutAfter(-1));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> sandbox.answerNext(200, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.answerNext(200, "text/html\r\nX: y", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScriptedAnswer.of(200, null, "").header("Retry After", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScriptedAnswer.of(200, null, "").header("Retry-After", "1\n"));
    }

    private static long sandboxThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vert.x"))
                .count();
    }
}
