package io.github.camelcliq.alike;

import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.client.PostTarget;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.MessageJson;
import io.github.camelcliq.message.MessageReader;
import io.github.camelcliq.message.MessageRules;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The component's rules and the sandbox, asked about the same message. */
final class Judges implements AutoCloseable {

    /** Of HTTP/1.1: its connections stay open, and no request asks for an upgrade. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Sandbox cliq = Sandbox.builder().accessToken("alike").start();

    /**
     * What both say of a message.
     *
     * @param violations what the component finds wrong
     * @param status what the sandbox answers
     * @param answer and in which words
     * @param json the message
     */
    record Opinions(List<Violation> violations, int status, String answer, String json) {

        boolean componentAccepts() {
            return violations.isEmpty();
        }

        boolean sandboxAccepts() {
            return status / 100 == 2;
        }

        boolean agree() {
            return componentAccepts() == sandboxAccepts();
        }

        List<String> pointers() {
            return violations.stream().map(Violation::pointer).distinct().toList();
        }

        @Override
        public String toString() {
            String shown = json.length() > 600 ? json.substring(0, 600) + "…" : json;
            return "component says " + violations + ", sandbox says " + status + " " + answer + ", of " + shown;
        }
    }

    /** Asks both; what the component accepts the sandbox gets as the component writes it. */
    CompletableFuture<Opinions> ask(String json, TargetKind kind) {
        try {
            Reading reading = MessageReader.read(MessageJson.parse(json));
            List<Violation> violations = MessageRules.DEFAULT.check(reading, kind);
            byte[] sent = violations.isEmpty()
                    ? MessageJson.write(reading.message(), RecipientsField.USER_IDS)
                    : json.getBytes(StandardCharsets.UTF_8);
            return post(sent, kind)
                    .thenApply(answer -> new Opinions(violations, answer.statusCode(), answer.body(), json));
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** What the sandbox answers to a message. */
    CompletableFuture<HttpResponse<String>> post(CliqMessage message, TargetKind kind) {
        return post(MessageJson.write(message, RecipientsField.USER_IDS), kind);
    }

    private CompletableFuture<HttpResponse<String>> post(byte[] body, TargetKind kind) {
        String path = new PostTarget(kind, "alike").path(ApiVersion.V2, "messages");
        return HTTP.sendAsync(
                HttpRequest.newBuilder(URI.create(cliq.baseUrl() + path))
                        .header("Authorization", "Bearer alike")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        cliq.close();
    }
}
