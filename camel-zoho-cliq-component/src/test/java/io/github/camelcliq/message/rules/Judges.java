package io.github.camelcliq.message.rules;

import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.internal.post.PostPath;
import io.github.camelcliq.internal.post.PostTarget;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.json.ParsedJson;
import io.github.camelcliq.message.json.ReadMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.judging.Complaint;
import io.github.camelcliq.sandbox.judging.Fidelity;
import io.github.camelcliq.sandbox.judging.MessageJudge;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The component's rules and the sandbox, asked about the same message. */
final class Judges implements AutoCloseable {

    /** Of HTTP/1.1: its connections stay open, and no request asks for an upgrade. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final MessageRules rules;
    private final MessageJudge judge;
    private final Sandbox cliq;

    Judges(RuleLevel level) {
        rules = MessageRules.builder().level(level).build();
        io.github.camelcliq.sandbox.judging.RuleLevel same =
                io.github.camelcliq.sandbox.judging.RuleLevel.valueOf(level.name());
        judge = MessageJudge.of(Fidelity.REFERENCE, same);
        cliq = Sandbox.builder().accessToken("alike").rules(same).start();
    }

    /**
     * What both say of a message.
     *
     * @param found what the component finds wrong and doubtful
     * @param doubts where both see something doubtful in the message as it is written; the component first
     * @param status what the sandbox answers
     * @param answer and in which words
     * @param json the message
     */
    record Opinions(Judgement found, List<Set<String>> doubts, int status, String answer, String json) {

        boolean componentAccepts() {
            return found.violations().isEmpty();
        }

        boolean sandboxAccepts() {
            return status / 100 == 2;
        }

        boolean agree() {
            return componentAccepts() == sandboxAccepts()
                    && cover(doubts.get(0), doubts.get(1))
                    && cover(doubts.get(1), doubts.get(0));
        }

        /** One may name a list, and the other its entries. */
        private static boolean cover(Set<String> some, Set<String> others) {
            return some.stream()
                    .allMatch(one -> others.stream()
                            .anyMatch(other ->
                                    JudgedAlikeTest.isInside(one, other) || JudgedAlikeTest.isInside(other, one)));
        }

        List<String> pointers() {
            return found.violations().stream()
                    .map(Violation::pointer)
                    .distinct()
                    .toList();
        }

        @Override
        public String toString() {
            String shown = json.length() > 600 ? json.substring(0, 600) + "…" : json;
            return "component says " + found + " and doubts " + doubts.get(0) + ", sandbox says " + status + " "
                    + answer + " and doubts " + doubts.get(1) + ", of " + shown;
        }
    }

    /** Asks both; what the component accepts the sandbox gets as the component writes it. */
    CompletableFuture<Opinions> ask(String json, TargetKind kind) {
        try {
            ReadMessage reading = MessageReader.read(MessageJson.parse(json));
            Judgement found = rules.judge(reading, kind);
            boolean accepted = found.violations().isEmpty();
            byte[] sent = accepted
                    ? MessageJson.write(reading.message(), RecipientsField.USER_IDS)
                    : json.getBytes(StandardCharsets.UTF_8);
            List<Set<String>> doubts = accepted ? doubts(sent, kind) : List.of(Set.of(), Set.of());
            return post(sent, kind)
                    .thenApply(answer -> new Opinions(found, doubts, answer.statusCode(), answer.body(), json));
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** What the sandbox answers to a message. */
    CompletableFuture<HttpResponse<String>> post(CliqMessage message, TargetKind kind) {
        return post(MessageJson.write(message, RecipientsField.USER_IDS), kind);
    }

    private List<Set<String>> doubts(byte[] sent, TargetKind kind) throws IOException {
        ParsedJson written = MessageJson.parse(sent);
        return List.of(
                rules.judge(MessageReader.read(written), kind).remarks().stream()
                        .map(Violation::pointer)
                        .collect(Collectors.toSet()),
                judge.judge(written.root(), kind == TargetKind.BOT).remarks().stream()
                        .map(Complaint::pointer)
                        .collect(Collectors.toSet()));
    }

    private CompletableFuture<HttpResponse<String>> post(byte[] body, TargetKind kind) {
        String path = new PostPath(ApiVersion.V2, "messages", null, null, null).to(new PostTarget(kind, "alike"));
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
