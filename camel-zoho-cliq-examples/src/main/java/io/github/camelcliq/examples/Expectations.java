package io.github.camelcliq.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What has to have happened in the local Cliq for the demo to be a success. */
final class Expectations {

    private static final int EVENTS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> VIOLATIONS_OF_RELEASE =
            Set.of("/card/theme", "/buttons/0/label", "/buttons/1/action/data/web", "/buttons/2/action/confirm/input");

    private final Sandbox cliq;
    private final Outcomes outcomes;

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

    /** What did not happen as it should; empty where all did. */
    List<String> unmet() throws IOException {
        List<String> unmet = new ArrayList<>();
        Optional<JsonNode> budget = only("CT_1203304812000146098_55622663-B2");
        if (!budget.equals(Optional.of(resource("/expected/budget.json")))) {
            unmet.add(
                    "the budget message in the finance chat, equal to the example of Cliq's reference; was " + budget);
        }
        Optional<JsonNode> build = only("builds");
        if (build.map(message -> message.path("buttons").size()).orElse(0) != 3) {
            unmet.add("the failed build as a card with three buttons in the channel builds; was " + build);
        }
        Optional<JsonNode> alert = only("operations");
        if (alert.map(message -> message.path("references").size()).orElse(0) != 3) {
            unmet.add("the alert with three instant buttons in the channel operations; was " + alert);
        }
        if (!cliq.messages("releases").isEmpty()) {
            unmet.add("silence in the channel releases, whose message breaks rules");
        }
        List<Violation> refused = Objects.requireNonNullElse(outcomes.refused().get("release"), List.of());
        Set<String> pointers = refused.stream().map(Violation::pointer).collect(Collectors.toCollection(TreeSet::new));
        if (refused.size() != VIOLATIONS_OF_RELEASE.size() || !pointers.equals(VIOLATIONS_OF_RELEASE)) {
            unmet.add("four violations of the release message, at " + VIOLATIONS_OF_RELEASE + "; was " + refused);
        }
        return unmet;
    }

    private Optional<JsonNode> only(String chat) throws IOException {
        List<ReceivedMessage> messages = cliq.messages(chat);
        return messages.size() == 1 ? Optional.of(JSON.readTree(messages.get(0).json())) : Optional.empty();
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Expectations.class.getResourceAsStream(name), name)) {
            return JSON.readTree(in);
        }
    }
}
