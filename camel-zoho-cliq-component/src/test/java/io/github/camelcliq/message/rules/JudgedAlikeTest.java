package io.github.camelcliq.message.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.rules.Judges.Opinions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The component's rules and the sandbox, which share no code, must say the same of every message at every level: what
 * the component would post, the sandbox accepts, and doubts the same in it; what the component refuses, the sandbox
 * refuses too.
 */
class JudgedAlikeTest {

    /** As many posts as wait for the sandbox at once. */
    private static final int IN_FLIGHT = 16;

    private static final boolean LONG = Boolean.getBoolean("long");

    /** How many random messages each level judges; -Dalike.messages=40000 for more. */
    private static final int MESSAGES = Integer.getInteger("alike.messages", LONG ? 600 : 120);

    private static final List<Mutation> MUTATIONS = Stream.of(
                    LimitMutations.all(), FieldMutations.all(), RuleMutations.all())
            .flatMap(List::stream)
            .toList();

    private static final Map<RuleLevel, Judges> JUDGES = new EnumMap<>(RuleLevel.class);

    private static Judges judges(RuleLevel level) {
        return JUDGES.computeIfAbsent(level, Judges::new);
    }

    @AfterContainer
    static void stop() {
        JUDGES.values().forEach(Judges::close);
    }

    @Example
    void randomMessagesAreJudgedAlikeByTolerantRules() {
        judgeBoth(RuleLevel.TOLERANT);
    }

    @Example
    void randomMessagesAreJudgedAlikeByTheReference() {
        judgeBoth(RuleLevel.REFERENCE);
    }

    @Example
    void randomMessagesAreJudgedAlikeByStrictRules() {
        judgeBoth(RuleLevel.STRICT);
    }

    private static void judgeBoth(RuleLevel level) {
        long seed = Long.getLong("alike.seed", new Random().nextLong());
        Random random = new Random(seed);
        RandomGenerator<JsonNode> messages = RandomMessages.messages().generator(1_000, false);
        Queue<Trial> open = new ArrayDeque<>();
        int valid = 0;
        int doubtful = 0;
        for (int i = 0; i < MESSAGES + IN_FLIGHT; i++) {
            if (i < MESSAGES) {
                // two of seven go to a bot
                TargetKind kind = i % 7 < 2 ? TargetKind.BOT : TargetKind.CHAT;
                open.add(new Trial(judges(level), messages.next(random), kind));
            }
            if (i >= IN_FLIGHT && !open.isEmpty()) {
                Trial trial = open.remove();
                Opinions opinions = trial.opinions().join();
                assertThat(opinions.agree())
                        .as("at %s, -Dalike.seed=%s: %s", level, seed, trial.smallest())
                        .isTrue();
                valid += opinions.componentAccepts() ? 1 : 0;
                doubtful += opinions.doubts().get(0).isEmpty() ? 0 : 1;
            }
        }
        System.out.printf(
                "%,d messages judged alike at %s: %,d valid, %,d of them doubtful%n", MESSAGES, level, valid, doubtful);
        assertThat(valid).as("valid ones at %s", level).isBetween(MESSAGES / 5, MESSAGES * 9 / 10);
        assertThat(doubtful).as("doubtful ones at %s", level).isGreaterThan(MESSAGES / 50);
    }

    /** A message that both judge. */
    private record Trial(
            Judges judges, Shrinkable<JsonNode> message, TargetKind kind, CompletableFuture<Opinions> opinions) {

        Trial(Judges judges, Shrinkable<JsonNode> message, TargetKind kind) {
            this(judges, message, kind, judges.ask(Json.write(message.value()), kind));
        }

        /** What both say of the smallest message like this one of which they do not say the same. */
        Object smallest() {
            Optional<Trial> smaller = opinions.join().agree()
                    ? Optional.empty()
                    : message.shrink()
                            .limit(1_000)
                            .map(less -> new Trial(judges, less, kind))
                            .filter(less -> !less.opinions.join().agree())
                            .findFirst();
            return smaller.isPresent() ? smaller.get().smallest() : opinions.join();
        }
    }

    /** Each change at the edge of a rule, tried on a message that is otherwise as it should be. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void oneChangeAtTheEdgeOfEachRule(@ForAll("carriers") JsonNode carrier) {
        for (RuleLevel level : RuleLevel.values()) {
            List<String> wrong = new ArrayList<>();
            List<CompletableFuture<Void>> open = new ArrayList<>();
            List<Mutation> mutations = MUTATIONS.stream()
                    .filter(mutation -> LONG || mutation.isDecidedAt(level))
                    .toList();
            for (Mutation mutation : mutations) {
                open.add(judges(level)
                        .ask(mutation.json((ObjectNode) carrier), mutation.kind())
                        .thenAccept(opinions -> {
                            if (!isAsExpected(mutation, level, opinions)) {
                                synchronized (wrong) {
                                    wrong.add(mutation.verdict() + " at " + mutation.place() + " " + mutation.edit()
                                            + ": " + opinions);
                                }
                            }
                        }));
                if (open.size() == IN_FLIGHT) {
                    open.forEach(CompletableFuture::join);
                    open.clear();
                }
            }
            open.forEach(CompletableFuture::join);

            assertThat(wrong).as("of %s changes at %s", mutations.size(), level).isEmpty();
        }
    }

    @Provide
    Arbitrary<JsonNode> carriers() {
        return RandomMessages.carriers();
    }

    private static boolean isAsExpected(Mutation mutation, RuleLevel level, Opinions opinions) {
        if (!opinions.agree()) {
            return false;
        }
        if (mutation.isRefusedAt(level)) {
            return isBlamedOn(mutation.place(), opinions.pointers());
        }
        return switch (mutation.verdict()) {
            case SAME -> true;
            case ACCEPTED -> opinions.componentAccepts();
            case REFUSED -> opinions.componentAccepts() && isDoubted(mutation.place(), opinions);
        };
    }

    /** The component says so of the message as it came: a number may be written as a text that nobody doubts. */
    private static boolean isDoubted(String place, Opinions opinions) {
        return opinions.found().remarks().stream()
                .map(Violation::pointer)
                .anyMatch(pointer -> isInside(pointer, place) || dependsOn(pointer, place));
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

    static boolean isInside(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }
}
