package io.github.camelcliq.alike;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.alike.Judges.Opinions;
import io.github.camelcliq.message.TargetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * The component's rules and the sandbox, which share no code, must say the same of every message: what the component
 * would post, the sandbox accepts, and what the component refuses, the sandbox refuses too.
 */
class JudgedAlikeTest {

    /** As many posts as wait for the sandbox at once. */
    private static final int IN_FLIGHT = 16;

    private static final List<Mutation> MUTATIONS = Stream.of(
                    LimitMutations.all(), FieldMutations.all(), RuleMutations.all())
            .flatMap(List::stream)
            .toList();

    private static Judges judges;

    @BeforeContainer
    static void start() {
        judges = new Judges();
    }

    @AfterContainer
    static void stop() {
        judges.close();
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void messagesToChats(@ForAll("messages") JsonNode message) {
        judgeBoth(message, TargetKind.CHAT);
    }

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void messagesOfBots(@ForAll("messages") JsonNode message) {
        judgeBoth(message, TargetKind.BOT);
    }

    @Provide
    Arbitrary<JsonNode> messages() {
        return RandomMessages.messages();
    }

    private static void judgeBoth(JsonNode message, TargetKind kind) {
        Opinions opinions = judges.ask(Json.write(message), kind).join();

        Statistics.collect(opinions.componentAccepts() ? "valid" : "broken");
        Statistics.coverage(coverage -> {
            coverage.check("valid").percentage(share -> share >= 25);
            coverage.check("broken").percentage(share -> share >= 25);
        });
        assertThat(opinions.agree()).as("%s", opinions).isTrue();
    }

    /** Each change at the edge of a rule, tried on a few messages that are otherwise as they should be. */
    @Property(tries = 3, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void oneChangeAtTheEdgeOfEachRule(@ForAll("carriers") JsonNode carrier) {
        List<String> wrong = new ArrayList<>();
        List<CompletableFuture<Void>> open = new ArrayList<>();
        for (Mutation mutation : MUTATIONS) {
            open.add(judges.ask(mutation.json((ObjectNode) carrier), mutation.kind())
                    .thenAccept(opinions -> {
                        if (!isAsExpected(mutation, opinions)) {
                            synchronized (wrong) {
                                wrong.add(mutation.verdict() + " at " + mutation.place() + " " + mutation.edit() + ": "
                                        + opinions);
                            }
                        }
                    }));
            if (open.size() == IN_FLIGHT) {
                open.forEach(CompletableFuture::join);
                open.clear();
            }
        }
        open.forEach(CompletableFuture::join);

        assertThat(wrong).as("of %s changes", MUTATIONS.size()).isEmpty();
    }

    @Provide
    Arbitrary<JsonNode> carriers() {
        return RandomMessages.carriers();
    }

    private static boolean isAsExpected(Mutation mutation, Opinions opinions) {
        if (!opinions.agree()) {
            return false;
        }
        return switch (mutation.verdict()) {
            case SAME -> true;
            case ACCEPTED -> opinions.componentAccepts();
            case REFUSED -> isBlamedOn(mutation.place(), opinions.pointers());
        };
    }

    /** The place is named, or something inside it; and nothing is named that has nothing to do with it. */
    private static boolean isBlamedOn(String place, List<String> pointers) {
        return pointers.stream().anyMatch(pointer -> isInside(pointer, place))
                && pointers.stream().allMatch(pointer -> isInside(pointer, place) || dependsOn(pointer, place));
    }

    /** What is around a place depends on it, and references depend on the text that uses them. */
    private static boolean dependsOn(String pointer, String place) {
        return isInside(place, pointer) || place.equals("/text") && isInside(pointer, "/references");
    }

    private static boolean isInside(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }
}
