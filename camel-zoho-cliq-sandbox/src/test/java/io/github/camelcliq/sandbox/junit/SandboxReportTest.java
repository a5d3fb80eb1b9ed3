package io.github.camelcliq.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is printed of a sandbox when a test fails. */
@ExtendWith(CliqSandboxExtension.class)
class SandboxReportTest {

    private final Sandbox cliq;

    SandboxReportTest(Sandbox cliq) {
        this.cliq = cliq;
    }

    @Test
    void nothingIsSaidInAWord() {
        assertThat(report())
                .isEqualTo("fails() failed. The local Cliq at " + cliq.baseUrl()
                        + " has accepted no messages, and got\n  no posts.\n");
    }

    @Test
    void onlyTheNewestPostsAreShown() {
        for (int number = 1; number <= 25; number++) {
            Posts.post(cliq.baseUrl(), "{\"text\": \"number " + number + ".\"}");
        }

        assertThat(report())
                .contains("  25 posts, of which these are the newest 20:\n")
                .contains("number 6.", "number 25.")
                .doesNotContain("number 5.");
    }

    @Test
    void longTextsAreCutAndMeantForNoTerminal() {
        Posts.post(cliq.baseUrl(), "{\"text\":\n\"\u001b[31m" + "x".repeat(2_000) + "\"}");

        assertThat(report())
                .contains("{\"text\": \" [31mxxx")
                .contains("xxx… (2017 characters)\n")
                .doesNotContain("\u001b", "x".repeat(1_000));
    }

    @Test
    void noCredentialIsShown() throws Exception {
        Posts.postTo(
                cliq.baseUrl() + "/api/v2/bots/deploybot/message?zapikey=secret-zapikey",
                "secret-token",
                "{\"text\": \"x\"}");
        HttpRequest forToken = HttpRequest.newBuilder(URI.create(cliq.baseUrl() + "/oauth/v2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=refresh_token&client_id=sandbox-client"
                        + "&client_secret=secret-secret&refresh_token=secret-refresh-token"))
                .build();
        HttpClient.newHttpClient().send(forToken, BodyHandlers.discarding());

        assertThat(report())
                .contains("  401  POST /api/v2/bots/deploybot/message?zapikey=")
                .contains("  1 token request:\n")
                .contains("  200  refresh_token: invalid_client_secret\n")
                .doesNotContain("secret-zapikey", "secret-token", "secret-secret", "secret-refresh-token");
    }

    @Test
    void aPostThatGotNoAnswerIsShownAsSuch() {
        cliq.answerNext(ScriptedAnswer.hangUp());

        assertThatThrownBy(() -> Posts.post(cliq.baseUrl(), "{\"text\": \"x\"}"))
                .hasCauseInstanceOf(IOException.class);

        await().untilAsserted(() -> assertThat(report()).contains("  cut  POST /api/v2/chats/CT_1/messages\n"));
    }

    @Test
    void postsThatAreNotAnsweredYetAreCounted() {
        cliq.faults().next(Fault.hang());

        CompletableFuture<Integer> hanging =
                CompletableFuture.supplyAsync(() -> Posts.post(cliq.baseUrl(), "{\"text\": \"x\"}"));

        await().until(() -> cliq.faults().hanging() == 1);
        assertThat(report()).contains("  1 post that is not answered yet.\n");
        cliq.faults().release();
        assertThat(hanging).succeedsWithin(Duration.ofSeconds(60));
    }

    private String report() {
        return SandboxReport.of(cliq, "fails()").replace("\r\n", "\n");
    }
}
