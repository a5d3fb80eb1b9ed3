package io.github.camelcliq.alike;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.client.PostTarget;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.MessageJson;
import io.github.camelcliq.message.MessageReader;
import io.github.camelcliq.message.MessageRules;
import io.github.camelcliq.message.ParsedJson;
import io.github.camelcliq.message.Reading;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/**
 * The component's rules and the sandbox, which share no code, must say the same of every message: what the component
 * would post, the sandbox accepts, and what the component refuses, the sandbox refuses too.
 */
class JudgedAlikeTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Sandbox cliq;

    @BeforeContainer
    static void start() {
        cliq = Sandbox.builder().accessToken("alike").start();
    }

    @AfterContainer
    static void stop() {
        cliq.close();
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void messagesToChats(@ForAll("messages") JsonNode message) throws Exception {
        judgeBoth(message, TargetKind.CHAT);
    }

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void messagesOfBots(@ForAll("messages") JsonNode message) throws Exception {
        judgeBoth(message, TargetKind.BOT);
    }

    @Provide
    Arbitrary<JsonNode> messages() {
        return RandomMessages.messages();
    }

    private static void judgeBoth(JsonNode message, TargetKind kind) throws Exception {
        String json = Json.write(message);
        ParsedJson parsed = MessageJson.parse(json);
        Reading reading = MessageReader.read(parsed.root());
        List<Violation> violations = new ArrayList<>(parsed.duplicateKeys());
        violations.addAll(MessageRules.DEFAULT.check(reading, kind));
        Statistics.collect(violations.isEmpty() ? "valid" : "broken");

        HttpResponse<String> answer = post(violations.isEmpty() ? written(reading.message()) : json, kind);

        assertThat(answer.statusCode() / 100 == 2)
                .as(
                        "component says %s, sandbox says %s %s, of %s",
                        violations, answer.statusCode(), answer.body(), json)
                .isEqualTo(violations.isEmpty());
    }

    private static String written(CliqMessage message) {
        return new String(MessageJson.write(message, RecipientsField.USER_IDS), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> post(String json, TargetKind kind) throws IOException, InterruptedException {
        String path = new PostTarget(kind, "alike").path(ApiVersion.V2, "messages");
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(cliq.baseUrl() + path))
                        .header("Authorization", "Bearer alike")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
