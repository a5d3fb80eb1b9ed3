package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.accessToken;
import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.sandbox.oauth.TokenRequest;
import io.github.camelcliq.sandbox.oauth.TokenRules;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a fault does to a token request. */
class TokenFaultTest {

    private static final String FORM = Caller.form(
            "grant_type", "refresh_token",
            "client_id", "sandbox-client",
            "client_secret", "sandbox-secret",
            "refresh_token", "sandbox-refresh-token");
    private static final String RAW = "POST " + Caller.TOKENS + " HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: " + FORM.length() + "\r\n\r\n";

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
    void theEndpointCanFail() {
        sandbox.tokenFaults().next(Fault.tokenError("general_error"));
        sandbox.tokenFaults().next(Fault.htmlPage(503));

        HttpResponse<String> error = caller.refresh();
        assertThat(error.statusCode()).isEqualTo(200);
        assertThat(error.body()).isEqualTo(json("{'error':'general_error'}"));
        assertThat(caller.refresh().statusCode()).isEqualTo(503);
        assertThat(accessToken(caller.refresh())).isNotNull();
        assertThat(sandbox.tokenRequests()).extracting(TokenRequest::status).containsExactly(200, 503, 200);
        assertThat(sandbox.tokenRequests()).extracting(TokenRequest::user).containsExactly(null, null, "sandbox-user");
    }

    @Test
    void theConnectionCanBeCutAtEveryPoint() throws Exception {
        sandbox.tokenFaults().next(Fault.cutBeforeReading());
        sandbox.tokenFaults().next(Fault.cutWhileReading(3));
        sandbox.tokenFaults().next(Fault.cutBeforeAnswering());
        sandbox.tokenFaults()
                .next(Fault.answer(ScriptedAnswer.of(200, null, "{}").cutAfter(1)));

        assertThat(caller.raw(RAW)).isEmpty();
        assertThat(caller.raw(RAW + FORM.substring(0, 5))).isEmpty();
        assertThat(caller.raw(RAW + FORM)).isEmpty();
        assertThat(caller.raw(RAW + FORM)).endsWith("\r\n\r\n{");
        await().until(() -> sandbox.openTokenRequests() == 0);
        assertThat(sandbox.tokenRequests()).extracting(TokenRequest::status).containsExactly(0, 0, 0, 200);
    }

    @Test
    void aTokenCanBeGivenOutAndItsAnswerLost() throws Exception {
        sandbox.tokenRules(TokenRules.OF_ZOHO.withLiveTokens(1));
        String first = accessToken(caller.refresh());
        sandbox.tokenFaults().next(Fault.cutBeforeAnswering().afterJudging());

        assertThat(caller.raw(RAW + FORM)).isEmpty();

        assertThat(caller.postWith(first, Caller.CHAT, json("{'text':'Hello'}")).statusCode())
                .as("the lost one killed it")
                .isEqualTo(401);
    }

    @Test
    void aRequestCanHangWhilePostsGoOn() {
        sandbox.tokenFaults().next(Fault.hang());
        CompletableFuture<HttpResponse<String>> hanging = CompletableFuture.supplyAsync(caller::refresh);
        await().until(() -> sandbox.tokenFaults().hanging() == 1);
        assertThat(sandbox.openTokenRequests()).isOne();
        assertThat(caller.post(Caller.CHAT, json("{'text':'Hello'}")).statusCode())
                .isEqualTo(204);
        assertThat(sandbox.openRequests()).isZero();
        assertThat(hanging).isNotDone();

        sandbox.tokenFaults().release();

        assertThat(accessToken(hanging.join())).isNotNull();
    }

    @Test
    void anAnswerCanBeLate() {
        sandbox.tokenFaults().next(Fault.delay(Duration.ofMillis(200)));
        long start = System.nanoTime();

        assertThat(accessToken(caller.refresh())).isNotNull();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aFaultInPlaceOfTheAnswerCountsAgainstNoQuota() {
        sandbox.tokenFaults().next(10, Fault.tokenError("general_error"));
        for (int request = 0; request < 10; request++) {
            caller.refresh();
        }

        assertThat(accessToken(caller.refresh())).isNotNull();
    }
}
