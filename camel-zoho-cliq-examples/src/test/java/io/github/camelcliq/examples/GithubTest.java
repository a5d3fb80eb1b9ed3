package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example github, by the commands of its section. */
class GithubTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EVENTS = Path.of("github/events");

    @RegisterExtension
    private static final StartedExample EXAMPLE = StartedExample.start("github");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | amelia-burrows* pushed to main                        | main"
                        + " | https://github.com/zylker/payments/compare/0d1e2f3a4b5c...9e8d7c6b5a49",
                "1 | amelia-burrows* merged a pull request                 | #212 Round amounts half up"
                        + " | https://github.com/zylker/payments/pull/212",
                "2 | scott-fisher* opened an issue                         | #213 Receipt says  @all  \"0.00\" for refunds"
                        + " | https://github.com/zylker/payments/issues/213",
                "3 | amelia-burrows* started a run that ended with failure | build on main"
                        + " | https://github.com/zylker/payments/actions/runs/6710223415",
            })
    void anEventIsPosted(int command, String text, String title, String url) throws Exception {
        assertThat(EXAMPLE.curl(command).body()).isEqualTo("posted");

        assertThat(EXAMPLE.messages("development")).singleElement().satisfies(message -> {
            assertThat(message.get("text").textValue()).isEqualTo("*" + text + " in zylker/payments.");
            assertThat(message.at("/card/title").textValue()).isEqualTo(title);
            assertThat(message.at("/buttons/0/action/data/web").textValue()).isEqualTo(url);
        });
    }

    @Test
    void aPushListsItsCommits() throws Exception {
        EXAMPLE.curl(0);

        assertThat(EXAMPLE.messages("development").get(0).at("/slides/0/data"))
                .hasToString("[\"Round amounts half up (Amelia Burrows)\",\"Test amounts of zero (Scott Fisher)\"]");
    }

    @Test
    void aNameThatOthersChoseMentionsNobody() throws Exception {
        ObjectNode push = (ObjectNode) event("push");
        push.put("ref", "refs/heads/{@all}");
        ((ObjectNode) push.at("/commits/0/author")).put("name", "{@all}");
        ObjectNode run = (ObjectNode) event("workflow-run");
        ((ObjectNode) run.get("workflow")).put("name", "{@all}");
        ((ObjectNode) run.get("workflow_run")).put("head_branch", "{@all}");

        assertThat(send("push", JSON.writeValueAsBytes(push))).isEqualTo("200 posted");
        assertThat(send("workflow_run", JSON.writeValueAsBytes(run))).isEqualTo("200 posted");
        assertThat(EXAMPLE.messages("development"))
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(message.toString()).contains(" @all ").doesNotContain("{@all}"));
    }

    @Test
    void aDeletedBranchHasNoCommits() throws Exception {
        ObjectNode push = (ObjectNode) event("push");
        push.put("deleted", true).putNull("head_commit").putArray("commits");

        assertThat(send("push", JSON.writeValueAsBytes(push))).isEqualTo("200 posted");
        assertThat(EXAMPLE.messages("development").get(0).get("text").textValue())
                .isEqualTo("*amelia-burrows* deleted main in zylker/payments.");
    }

    @Test
    void anEventThatIsNotOfInterestIsNotPosted() throws Exception {
        ObjectNode issue = (ObjectNode) event("issue");
        issue.put("action", "labeled");

        assertThat(EXAMPLE.curl(4).body()).isEqualTo("not posted");
        assertThat(send("issues", JSON.writeValueAsBytes(issue))).isEqualTo("200 not posted");
        assertThat(send("opened", JSON.writeValueAsBytes(event("issue")))).isEqualTo("200 not posted");
        assertThat(EXAMPLE.messages("development")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256=0000000000000000000000000000000000000000000000000000000000000000",
                "sha256=${variable.signature}",
                "${null}",
                "true",
                "', 'sha256=${variable.signature}"
            })
    void aRequestWithoutTheSignatureIsRefused(String signature) throws Exception {
        byte[] body = Files.readAllBytes(EVENTS.resolve("push.json"));

        assertThat(EXAMPLE.post("/github", body, "X-GitHub-Event", "push", "X-Hub-Signature-256", signature)
                        .statusCode())
                .isEqualTo(401);
        assertThat(EXAMPLE.post("/github", body, "X-GitHub-Event", "push").statusCode())
                .isEqualTo(401);
        assertThat(EXAMPLE.messages("development")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "", "null", "[]", "{\"zen\": \"Design for failure.\"}"})
    void anEventThatIsNoneIsRefused(String body) throws Exception {
        assertThat(send("push", body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("400 The body is not an event of GitHub in JSON.");
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        EXAMPLE.assertRefused("/github");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${null}", "${properties:github.secret}", "', ''", "no JSON", ""})
    void aSignatureIsThatOfTheBytes(String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThat(EXAMPLE.post("/github", bytes, "X-GitHub-Event", "push", "X-Hub-Signature-256", signature(bytes))
                        .statusCode())
                .isNotEqualTo(401);
        assertThat(EXAMPLE.post(
                                "/github",
                                (body + " ").getBytes(StandardCharsets.UTF_8),
                                "X-GitHub-Event",
                                "push",
                                "X-Hub-Signature-256",
                                signature(bytes))
                        .statusCode())
                .isEqualTo(401);
    }

    private static JsonNode event(String name) throws IOException {
        return JSON.readTree(EVENTS.resolve(name + ".json").toFile());
    }

    private static String send(String event, byte[] body) throws Exception {
        var answer = EXAMPLE.post("/github", body, "x-github-event", event, "x-hub-signature-256", signature(body));
        return answer.statusCode() + " " + answer.body();
    }

    private static String signature(byte[] body) throws Exception {
        Mac hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec("sandbox-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(hmac.doFinal(body));
    }
}
