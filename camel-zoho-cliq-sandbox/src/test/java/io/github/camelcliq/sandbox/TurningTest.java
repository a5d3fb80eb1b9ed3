package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static io.github.camelcliq.sandbox.Caller.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.limits.Limits;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clock, limits, locks and faults, turned over HTTP. */
class TurningTest {

    private static final String HELLO = json("{'text': 'Hello'}");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder()
                .accessTokenOf("ann", "ann's token")
                .clock(SandboxClock.stoppedAt(NOON))
                .start();
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theClockIsMovedOn() {
        HttpResponse<String> answer = turn("clock", "{'skip': 'PT10M'}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(json("{'now':'2026-11-22T12:10:00Z'}"));
        assertThat(sandbox.clock().instant()).isEqualTo(NOON.plusSeconds(600));
        assertThat(caller.get("/sandbox/clock").body()).isEqualTo(answer.body());
    }

    @Test
    void limitsAreSetInPartOrWhole() {
        assertThat(turn("limits", "{'preset': 'of-cliq', 'window': 'PT6S', 'form': 'nested', 'retryAfter': true}")
                        .body())
                .isEqualTo(json("{'posts':50,'restricted':20,'window':'PT6S','lock':'PT10M',"
                        + "'form':'nested','retryAfter':true}"));
        turn("limits", "{'posts': 1, 'lock': 'PT1M'}");

        assertThat(sandbox.limits()).isEqualTo(new Limits(1, 20, Duration.ofSeconds(6), Duration.ofMinutes(1)));
        caller.post(Caller.CHAT, HELLO);
        HttpResponse<String> throttled = caller.post(Caller.CHAT, HELLO);
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(throttled.body()).startsWith("{\"error\":");
        turn("limits", "{'preset': 'off'}");
        assertThat(sandbox.limits()).isEqualTo(Limits.OFF);
        assertThat(tree(caller.get("/sandbox/limits")).path("form").textValue()).isEqualTo("nested");
    }

    @Test
    void aLockIsPutInForceAndTheBudgetShown() {
        HttpResponse<String> locked = turn("lock", "{'user': 'ann', 'for': 'PT10M'}");
        caller.postWith("ann's token", Caller.CHAT, HELLO);
        caller.post(Caller.CHAT, json("{'text': 'x', 'card': {}}"));

        assertThat(tree(locked).path("lockedUntil").textValue()).isEqualTo("2026-11-22T12:10:00Z");
        JsonNode ann = tree(caller.get("/sandbox/budget?user=ann"));
        assertThat(ann.toString())
                .isEqualTo(json("{'user':'ann','posts':0,'restricted':0,'postsLeft':0,'restrictedLeft':0,"
                        + "'lockedUntil':'2026-11-22T12:10:00Z','accepted':0,'throttled':1,'locks':1,"
                        + "'refusedUnderLock':['2026-11-22T12:00:00Z']}"));
        JsonNode mine = tree(caller.get("/sandbox/budget"));
        assertThat(mine.path("user").textValue()).isEqualTo("sandbox-user");
        assertThat(mine.path("restricted").intValue()).isOne();
        assertThat(mine.path("lockedUntil").isNull()).isTrue();
    }

    @Test
    void faultsAreSetShownAndCleared() {
        turn(
                "faults",
                "{'fault': 'answer', 'status': 503, 'contentType': 'text/plain', 'body': 'Down',"
                        + " 'headers': {'Retry-After': '5'}, 'afterJudging': true, 'next': 2}");
        HttpResponse<String> answer = turn("faults", "{'on': 'tokens', 'fault': 'hang', 'every': 3}");
        sandbox.faults().when(request -> false, Fault.hang());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(caller.get("/sandbox/faults").body())
                .isEqualTo(json("[{'on':'posts','fault':'answer','text':'answer 503, after judging','next':1},"
                        + "{'on':'posts','fault':'answer','text':'answer 503, after judging','next':1},"
                        + "{'on':'posts','fault':'hang','text':'hang','when':'a test says so'},"
                        + "{'on':'tokens','fault':'hang','text':'hang','every':3}]"));
        HttpResponse<String> down = caller.post(Caller.CHAT, HELLO);
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).isEqualTo("Down");
        assertThat(down.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(sandbox.messages()).hasSize(1);

        HttpResponse<String> cleared = caller.send(caller.to("/sandbox/faults").DELETE());

        assertThat(cleared.statusCode()).isEqualTo(204);
        assertThat(caller.get("/sandbox/faults").body()).isEqualTo("[]");
        assertThat(caller.post(Caller.CHAT, HELLO).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fault': 'answer', 'status': 500}            | answer 500",
                "{'fault': 'answer', 'status': 200, 'body': 'abc', 'cutAfter': 2} | answer 200, cut after 2 bytes",
                "{'fault': 'throttle', 'form': 'disguised'}    | answer 400",
                "{'fault': 'throttle', 'retryAfter': 'PT10M'}  | answer 429",
                "{'fault': 'unauthorized'}                     | answer 401",
                "{'fault': 'html-page'}                        | answer 502",
                "{'fault': 'html-page', 'status': 504, 'delay': 'PT2S'} | answer 504, delayed by PT2S",
                "{'fault': 'delay', 'delay': 'PT1S'}           | delay, delayed by PT1S",
                "{'fault': 'hang', 'afterJudging': true}       | hang, after judging",
                "{'fault': 'cut-before-reading'}               | cut-before-reading",
                "{'fault': 'cut-while-reading', 'bytes': 7}    | cut-while-reading",
                "{'fault': 'cut-before-answering'}             | cut-before-answering",
                "{'fault': 'expire-tokens'}                    | expire-tokens"
            })
    void everyFaultHasAName(String fault, String text) {
        assertThat(tree(turn("faults", fault)).at("/0/text").textValue()).isEqualTo(text);
    }

    @Test
    void whatHangsIsReleased() {
        turn("faults", "{'fault': 'hang'}");
        CompletableFuture<HttpResponse<String>> hanging = caller.postLater(Caller.CHAT, HELLO);
        await().until(() -> sandbox.faults().hanging() == 1);

        assertThat(turn("faults/release", "").statusCode()).isEqualTo(204);

        assertThat(hanging.join().statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clock  | {'skip': 'ten minutes'}              | skip must be a duration such as PT10M.",
                "clock  | {'skip': 600}                        | skip must be a string.",
                "clock  | {}                                   | skip must be a string.",
                "clock  | {'skip': '-PT1S'}                    | the clock cannot go back: PT-1S",
                "clock  | {'Skip': 'PT1S'}                     | The body has an unknown key. Known keys are skip.",
                "clock  | []                                   | The body is not a JSON object.",
                "clock  | nonsense                             | The body is not JSON (line 1, column 1).",
                "limits | {'preset': 'strict'}                 | preset must be off or of-cliq.",
                "limits | {'posts': 0}                         | a limit must be at least 1, not 0",
                "limits | {'posts': 1.5}                       | posts must be a whole number.",
                "limits | {'form': 'round'}                    | the form of a throttle answer must be flat, nested or"
                        + " disguised.",
                "limits | {'retryAfter': 'yes'}                | retryAfter must be true or false.",
                "lock   | {'user': 'bob', 'for': 'PT1M'}       | no credential belongs to such a user; users with credentials are"
                        + " [ann, sandbox-user]",
                "lock   | {'for': 'PT0S'}                      | a lock must be more than zero, not PT0S",
                "faults | {'fault': 'none'}                    | fault must be answer, throttle, unauthorized, html-page,"
                        + " delay, hang, cut-before-reading, cut-while-reading, cut-before-answering or expire-tokens.",
                "faults | {'fault': 'hang', 'next': 0}         | a fault must be for at least one request, not 0",
                "faults | {'fault': 'hang', 'next': 1, 'every': 1} | next and every exclude each other. Leave one out.",
                "faults | {'fault': 'hang', 'on': 'pages'}     | on must be posts or tokens.",
                "faults | {'fault': 'answer', 'status': 99}    | a status must be 200 to 599, not 99",
                "faults | {'fault': 'answer', 'status': 200, 'headers': {'a': 1}} | the values of headers must be strings."
            })
    void whatCannotBeTurnedIsRefusedInASentence(String what, String body, String sentence) {
        HttpResponse<String> answer = turn(what, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tree(answer).path("message").textValue()).isEqualTo(sentence);
        assertThat(sandbox.limits()).isEqualTo(Limits.OFF);
        assertThat(caller.get("/sandbox/faults").body()).isEqualTo("[]");
    }

    @Test
    void theBudgetOfNobodyIsNotShown() {
        assertThat(caller.get("/sandbox/budget?user=bob").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, clock,          'GET, POST'",
        "DELETE, limits,         'GET, POST'",
        "GET,    lock,           POST",
        "POST,   budget,         GET",
        "PUT,    faults,         'DELETE, GET, POST'",
        "GET,    faults/release, POST",
        "POST,   token-requests, GET"
    })
    void otherMethodsAreRefused(String method, String what, String allowed) {
        HttpResponse<String> answer =
                caller.send(caller.to("/sandbox/" + what).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
    }

    @Test
    void pagesFromElsewhereTurnNothing() throws Exception {
        String answer = caller.raw("POST /sandbox/clock HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n"
                + "Connection: close\r\nContent-Length: 16\r\n\r\n{\"skip\": \"PT1S\"}");

        assertThat(answer).startsWith("HTTP/1.1 403 ");
        assertThat(sandbox.clock().instant()).isEqualTo(NOON);
    }

    private HttpResponse<String> turn(String what, String body) {
        return caller.post("/sandbox/" + what, json(body));
    }
}
