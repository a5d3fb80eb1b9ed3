package io.github.camelcliq.examples;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has to have happened in the local Cliq for the demo to be a success. */
final class Expectations {

    private static final int EVENTS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where each message is to arrive, and the file it is equal to. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            entry(BudgetRoute.CHAT, "/expected/budget.json"),
            entry("builds", "/expected/build.json"),
            entry("operations", "/expected/alert.json"),
            entry("finance", "/expected/receipt.json"));

    /** What the budget message is after the click. */
    private static final String APPROVED = "/expected/approved.json";

    private static final Set<String> VIOLATIONS_OF_RELEASE =
            Set.of("/card/theme", "/buttons/0/label", "/buttons/1/action/data/web", "/buttons/2/action/confirm/input");

    private final Sandbox cliq;
    private final Outcomes outcomes;
    private JsonNode click = MissingNode.getInstance();

    Expectations(Sandbox cliq, Outcomes outcomes) {
        this.cliq = cliq;
        this.outcomes = outcomes;
    }

    /** Waits until each event has an outcome, or the time is over. */
    void await(Duration longest) throws InterruptedException {
        Instant end = Instant.now().plus(longest);
        while (outcomes.posted().size() + outcomes.refused().size() < EVENTS
                && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** The one click on the budget message is over, and this came of it, as the control API tells it. */
    void clicked(JsonNode outcome) {
        click = outcome;
    }

    /** What did not happen as it should; empty where all did. */
    List<String> unmet() throws IOException {
        List<String> unmet = new ArrayList<>();
        unmet.addAll(unmetByMessages());
        unmet.addAll(unmetByRefusals());
        unmet.addAll(unmetByClick());
        return unmet;
    }

    private List<String> unmetByMessages() throws IOException {
        List<String> unmet = new ArrayList<>();
        for (Map.Entry<String, String> expected : EXPECTED.entrySet()) {
            Optional<JsonNode> message = only(expected.getKey(), ReceivedMessage::json);
            if (!message.equals(Optional.of(resource(expected.getValue())))) {
                unmet.add("one message to " + expected.getKey() + ", equal to " + expected.getValue() + "; was "
                        + message.map(JsonNode::toString).orElse("none"));
            }
        }
        if (cliq.messages().size() != EXPECTED.size() || cliq.requests().size() != EXPECTED.size()) {
            unmet.add("nothing but these " + EXPECTED.size() + " messages, not even a refused one; was "
                    + cliq.requests().stream().map(JournalEntry::path).toList());
        }
        return unmet;
    }

    private List<String> unmetByRefusals() {
        List<Violation> refused = Objects.requireNonNullElse(outcomes.refused().get("release"), List.of());
        Set<String> pointers = refused.stream().map(Violation::pointer).collect(Collectors.toCollection(TreeSet::new));
        if (refused.size() != VIOLATIONS_OF_RELEASE.size() || !pointers.equals(VIOLATIONS_OF_RELEASE)) {
            return List.of("four violations of the release message, at " + VIOLATIONS_OF_RELEASE + "; was " + refused);
        }
        return List.of();
    }

    private List<String> unmetByClick() throws IOException {
        List<String> unmet = new ArrayList<>();
        JsonNode shown = click.path("shown");
        if (!click.path("status").asText().equals("shown")
                || !shown.path("kind").asText().equals("edit")) {
            unmet.add("a click whose answer is shown as an edit; was " + (shown.isEmpty() ? "none " + click : shown));
        }
        Optional<JsonNode> edited = only(BudgetRoute.CHAT, ReceivedMessage::currentJson);
        if (!edited.equals(Optional.of(resource(APPROVED)))) {
            unmet.add("a budget message that is equal to " + APPROVED + " after the click; was "
                    + edited.map(JsonNode::toString).orElse("none"));
        }
        if (outcomes.answered().size() != 1) {
            unmet.add("one answer of the route to the one click; was " + outcomes.answered());
        }
        return unmet;
    }

    private Optional<JsonNode> only(String chat, Function<ReceivedMessage, String> json) throws IOException {
        List<ReceivedMessage> messages = cliq.messages(chat);
        return messages.size() == 1 ? Optional.of(JSON.readTree(json.apply(messages.get(0)))) : Optional.empty();
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Expectations.class.getResourceAsStream(name), name)) {
            return JSON.readTree(in);
        }
    }
}
