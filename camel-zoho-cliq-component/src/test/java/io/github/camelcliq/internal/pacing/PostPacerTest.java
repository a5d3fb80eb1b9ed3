package io.github.camelcliq.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.internal.pacing.PostPacer.Acquisition;
import io.github.camelcliq.internal.pacing.PostPacer.Permit;
import io.github.camelcliq.internal.pacing.PostPacer.PermitRejection;
import io.github.camelcliq.internal.pacing.PostPacer.PermitRequest;
import io.github.camelcliq.internal.pacing.PostPacer.Reason;
import io.github.camelcliq.internal.pacing.PostPacer.WaitLimit;
import io.github.camelcliq.internal.store.MemoryStore;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The arithmetic of pacing, on time that the test moves. */
class PostPacerTest {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final WaitLimit PATIENT = new WaitLimit(Duration.ofHours(1), 10_000);
    private static final WaitLimit IMPATIENT = new WaitLimit(Duration.ofSeconds(10), 3);

    private final ManualTiming time = new ManualTiming();
    private final PostPacer budget = new PostPacer(new MemoryStore(time), PacingLimits.OF_CLIQ, time, "ann");

    @Test
    void aStormGoesOutAsFastAsTheLimitAllowsAndNeverFaster() {
        Cliq cliq = new Cliq();
        for (int i = 0; i < 500; i++) {
            cliq.post(i, "chat" + i % 5, false);
        }
        time.passAll();

        assertThat(cliq.acceptedAt).hasSize(500);
        assertThat(cliq.mostInAnyWindow()).isEqualTo(50);
        assertThat(cliq.duration())
                .isBetween(
                        WINDOW.multipliedBy(9),
                        WINDOW.multipliedBy(9).multipliedBy(102).dividedBy(100));
        assertThat(cliq.orderByChat.values())
                .allSatisfy(order -> assertThat(order).isSorted());
        assertThat(budget.figures().posts().inFlight()).isZero();
        assertThat(budget.figures().waiting()).isZero();
    }

    @Test
    void cardsKeepToTheSmallerLimitWhileTextsPassThem() {
        Cliq cliq = new Cliq();
        for (int i = 0; i < 60; i++) {
            cliq.post(i, null, true);
        }
        for (int i = 60; i < 90; i++) {
            cliq.post(i, null, false);
        }
        time.pass(Duration.ofSeconds(1));

        assertThat(cliq.order)
                .as("20 cards at once, and the texts besides them")
                .hasSize(50);
        assertThat(cliq.order).containsAll(IntStream.range(0, 20).boxed().toList());
        time.passAll();
        assertThat(cliq.acceptedAt).hasSize(90);
        assertThat(cliq.mostInAnyWindow()).isLessThanOrEqualTo(50);
        assertThat(cliq.mostCardsInAnyWindow()).isEqualTo(20);
    }

    @Test
    void oneIsUnderWayToAChatAndOthersMeanwhileToOtherChats() {
        Future<Acquisition> first = budget.acquire(new PermitRequest(false, "a", PATIENT));
        Future<Acquisition> second = budget.acquire(new PermitRequest(false, "a", PATIENT));
        Future<Acquisition> elsewhere = budget.acquire(new PermitRequest(false, "b", PATIENT));

        assertThat(first.isComplete()).isTrue();
        assertThat(second.isComplete()).isFalse();
        assertThat(elsewhere.isComplete()).isTrue();
        ((Permit) first.result()).releaseAfterWindow(true);
        assertThat(second.result()).isInstanceOf(Permit.class);
    }

    @Test
    void aPostThatIsWrittenAgainKeepsItsChatAndTakesAnotherPermit() {
        Permit first = permit(new PermitRequest(false, "a", PATIENT));
        Future<Acquisition> later = budget.acquire(new PermitRequest(false, "a", PATIENT));

        Permit second = (Permit) first.acquireAgain(true).result();
        assertThat(budget.figures())
                .extracting(
                        figures -> figures.posts().inFlight(),
                        figures -> figures.posts().returns().size())
                .containsExactly(1, 1);
        assertThat(later.isComplete()).isFalse();
        second.releaseAfterWindow(true);
        assertThat(later.result()).isInstanceOf(Permit.class);
    }

    @Test
    void aPostThatIsNotWrittenAgainSetsItsChatFree() {
        Permit first = permit(new PermitRequest(false, "a", PATIENT));
        Future<Acquisition> later = budget.acquire(new PermitRequest(false, "a", PATIENT));

        first.releaseAfterWindow(false);

        assertThat(later.result()).isInstanceOf(Permit.class);
    }

    @Test
    void aPostThatIsWrittenAgainGoesAheadOfAllThatWait() {
        List<Permit> permits = takeAll();
        Future<Acquisition> waiting = budget.acquire(demand(PATIENT));
        Future<Acquisition> again = permits.get(0).acquireAgain(true);
        permits.get(1).releaseAfterWindow(true);

        assertThat(again.isComplete()).isFalse();
        time.pass(WINDOW.plusMillis(1));
        assertThat(again.result()).isInstanceOf(Permit.class);
        assertThat(waiting.result()).isInstanceOf(Permit.class);
    }

    @Test
    void aPostThatCannotBeWrittenAgainInTimeIsRefusedAndSetsItsChatFree() {
        Permit first = permit(new PermitRequest(false, "a", IMPATIENT));
        Future<Acquisition> later = budget.acquire(new PermitRequest(false, "a", PATIENT));
        budget.throttled(Duration.ofMinutes(10));

        assertThat(first.acquireAgain(true).result())
                .isEqualTo(new PermitRejection(Reason.LOCKED, Duration.ofMinutes(10)));
        time.pass(Duration.ofMinutes(10));
        assertThat(later.result()).isInstanceOf(Permit.class);
    }

    @Test
    void aPostThatIsToBeWrittenAgainIsRefusedOnceStopped() {
        Permit first = permit(new PermitRequest(false, "a", PATIENT));
        budget.stop();

        assertThat(first.acquireAgain(true).result()).isEqualTo(new PermitRejection(Reason.STOPPING, Duration.ZERO));
    }

    @Test
    void whoIsRefusedIsToldATurnOfTheirOwnAndFindsRoomThen() {
        List<String> delivered = new ArrayList<>();
        List<String> givenUp = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            redelivered("message " + i, 3, delivered, givenUp);
        }
        time.passAll();

        assertThat(givenUp).isEmpty();
        assertThat(delivered).hasSize(500);
    }

    /** As Camel does it with so many redeliveries: comes back when it was told to. */
    private void redelivered(String message, int redeliveries, List<String> delivered, List<String> givenUp) {
        budget.acquire(demand(new WaitLimit(WINDOW, 1000))).onSuccess(leave -> {
            if (leave instanceof Permit permit) {
                delivered.add(message);
                time.after(Duration.ofMillis(50), () -> permit.releaseAfterWindow(true));
            } else if (redeliveries == 0) {
                givenUp.add(message);
            } else {
                time.after(
                        ((PermitRejection) leave).turnIn(),
                        () -> redelivered(message, redeliveries - 1, delivered, givenUp));
            }
        });
    }

    @Test
    void whoGivesUpBehindASlowPostIsNotToldToComeBackAtOnce() {
        budget.acquire(new PermitRequest(false, "a", IMPATIENT));
        Future<Acquisition> second = budget.acquire(new PermitRequest(false, "a", IMPATIENT));
        time.pass(Duration.ofSeconds(10));

        assertThat(second.result()).isEqualTo(new PermitRejection(Reason.WAIT_TOO_LONG, null));
    }

    @Test
    void aProbeThatIsThrottledForNoTimeDoesNotEndTheLock() {
        List<Future<Acquisition>> waiting = lockedWith(20);
        Permit probe = (Permit) waiting.get(0).result();

        budget.throttled(Duration.ZERO);
        probe.releaseAfterWindow(false);

        assertThat(waiting.stream().filter(Future::isComplete))
                .as("the first probe, and one more")
                .hasSize(2);
    }

    @Test
    void aProbeWhoseAnswerSaysNothingOfTheLockDoesNotEndIt() {
        List<Future<Acquisition>> waiting = lockedWith(20);

        ((Permit) waiting.get(0).result()).releaseAfterWindow(false);
        assertThat(waiting.stream().filter(Future::isComplete)).hasSize(2);
        ((Permit) waiting.get(1).result()).releaseAfterWindow(true);
        assertThat(waiting).allMatch(Future::isComplete);
    }

    /** So many posts wait through a lock, which is just over. */
    private List<Future<Acquisition>> lockedWith(int posts) {
        budget.throttled(Duration.ofMinutes(10));
        List<Future<Acquisition>> waiting = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            waiting.add(budget.acquire(new PermitRequest(false, "chat" + i, PATIENT)));
        }
        time.pass(Duration.ofMinutes(10));
        return waiting;
    }

    @Test
    void patienceMayBeEndless() {
        takeAll();
        Future<Acquisition> waiting = budget.acquire(demand(new WaitLimit(Duration.ofMillis(Long.MAX_VALUE), 10)));
        time.pass(Duration.ofDays(1));

        assertThat(waiting.isComplete()).isFalse();
    }

    @Test
    void aPermitComesBackOneWindowAfterTheAnswerAndAtOnceWhenNothingWasWritten() {
        List<Permit> permits = takeAll();
        permits.get(0).cancel();
        assertThat(budget.acquire(demand(IMPATIENT)).result()).isInstanceOf(Permit.class);
        time.pass(Duration.ofSeconds(30));
        permits.get(1).releaseAfterWindow(true);
        permits.get(1).releaseAfterWindow(true);

        Future<Acquisition> next = budget.acquire(new PermitRequest(false, null, PATIENT));
        time.pass(WINDOW);
        assertThat(next.isComplete())
                .as("the answer came within a millisecond, perhaps at its end")
                .isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(next.result()).isInstanceOf(Permit.class);
        assertThat(budget.figures().posts().inFlight()).isEqualTo(50);
    }

    @Test
    void whoWouldWaitTooLongIsToldAtOnceWhenTheTurnWouldCome() {
        takeAll().forEach(permit -> permit.releaseAfterWindow(true));
        time.pass(Duration.ofSeconds(20));

        assertThat(budget.acquire(demand(IMPATIENT)).result())
                .isEqualTo(new PermitRejection(Reason.WAIT_TOO_LONG, Duration.ofMillis(40_001)));
        time.pass(Duration.ofSeconds(31));
        Future<Acquisition> waits = budget.acquire(demand(IMPATIENT));
        assertThat(waits.isComplete()).isFalse();
        time.pass(Duration.ofMillis(9_001));
        assertThat(waits.result()).isInstanceOf(Permit.class);
    }

    @Test
    void theQueueIsBounded() {
        takeAll().forEach(permit -> permit.releaseAfterWindow(true));
        time.pass(Duration.ofSeconds(55));
        for (int i = 0; i < 3; i++) {
            assertThat(budget.acquire(demand(IMPATIENT)).isComplete()).isFalse();
        }

        assertThat(budget.acquire(demand(IMPATIENT)).result())
                .isEqualTo(new PermitRejection(Reason.QUEUE_FULL, Duration.ofMillis(5_001)));
    }

    @Test
    void aPostThatWaitsBehindAnUnansweredOneGivesUpInTime() {
        budget.acquire(new PermitRequest(false, "a", IMPATIENT));
        Future<Acquisition> second = budget.acquire(new PermitRequest(false, "a", IMPATIENT));

        time.pass(Duration.ofSeconds(10));

        assertThat(second.result())
                .isInstanceOfSatisfying(
                        PermitRejection.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.WAIT_TOO_LONG));
        assertThat(budget.figures().waiting()).isZero();
    }

    @Test
    void aLockStopsEverythingAndOneProbeEndsIt() {
        Permit locked =
                (Permit) budget.acquire(new PermitRequest(false, null, PATIENT)).result();
        Permit alreadyGiven =
                (Permit) budget.acquire(new PermitRequest(false, null, PATIENT)).result();
        Future<Acquisition> impatient = budget.acquire(new PermitRequest(false, "x", PATIENT));
        assertThat(impatient.isComplete()).isTrue();
        budget.throttled(Duration.ofMinutes(10));
        locked.releaseAfterWindow(true);

        assertThat(alreadyGiven.isRevoked())
                .as("not written any more after the lock")
                .isTrue();
        alreadyGiven.cancel();
        assertThat(budget.acquire(demand(IMPATIENT)).result())
                .isEqualTo(new PermitRejection(Reason.LOCKED, Duration.ofMinutes(10)));
        Future<Acquisition> probe = budget.acquire(new PermitRequest(false, null, PATIENT));
        Future<Acquisition> next = budget.acquire(new PermitRequest(false, null, PATIENT));
        time.pass(Duration.ofMinutes(10).minusMillis(1));
        assertThat(probe.isComplete()).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(probe.result()).isInstanceOf(Permit.class);
        assertThat(((Permit) probe.result()).isRevoked()).isFalse();
        assertThat(next.isComplete()).as("one probe alone").isFalse();
        ((Permit) probe.result()).releaseAfterWindow(true);
        assertThat(next.result()).isInstanceOf(Permit.class);
    }

    @Test
    void aPermitIsLostToALockUntilTheProbeWasAnsweredAlthoughItsTimeIsOver() {
        Permit alreadyGiven = (Permit) budget.acquire(demand(PATIENT)).result();
        budget.throttled(Duration.ofMinutes(10));
        time.pass(Duration.ofMinutes(10));
        assertThat(alreadyGiven.isRevoked()).isTrue();

        ((Permit) budget.acquire(demand(PATIENT)).result()).releaseAfterWindow(true);
        assertThat(alreadyGiven.isRevoked()).isFalse();

        budget.stop();
        assertThat(alreadyGiven.isRevoked()).isTrue();
        assertThat(alreadyGiven.acquireAgain(false).result())
                .isEqualTo(new PermitRejection(Reason.STOPPING, Duration.ZERO));
    }

    @Test
    void aRevokedPostWaitsThroughTheLockAheadOfTheOthers() {
        WaitLimit untilTheLockIsOver = new WaitLimit(Duration.ofMinutes(11), 10);
        Permit revoked = permit(new PermitRequest(false, "a", untilTheLockIsOver));
        time.pass(Duration.ofMinutes(1));
        budget.throttled(Duration.ofMinutes(10));
        Future<Acquisition> other = budget.acquire(demand(PATIENT));
        Future<Acquisition> later = budget.acquire(new PermitRequest(false, "a", PATIENT));

        Future<Acquisition> again = revoked.acquireAgain(false);
        assertThat(budget.figures())
                .extracting(
                        figures -> figures.posts().inFlight(),
                        figures -> figures.posts().returns().size())
                .as("nothing was written")
                .containsExactly(0, 0);
        time.pass(Duration.ofMinutes(10));

        assertThat(again.result()).as("the probe").isInstanceOf(Permit.class);
        assertThat(List.of(other, later)).noneMatch(Future::isComplete);
        ((Permit) again.result()).releaseAfterWindow(true);
        assertThat(List.of(other, later)).allMatch(Future::isComplete);
    }

    @Test
    void aRevokedPostThatCannotWaitThroughTheLockIsToldItsEnd() {
        Permit revoked = permit(demand(new WaitLimit(Duration.ofMinutes(10), 10)));
        time.pass(Duration.ofMillis(1));
        budget.throttled(Duration.ofMinutes(10));

        assertThat(revoked.acquireAgain(false).result())
                .as("it has waited for a millisecond already")
                .isEqualTo(new PermitRejection(Reason.LOCKED, Duration.ofMinutes(10)));
    }

    @Test
    void aProbeThatIsThrottledStartsTheLockAnew() {
        budget.throttled(Duration.ofMinutes(10));
        time.pass(Duration.ofMinutes(10));
        Permit probe = (Permit) budget.acquire(demand(IMPATIENT)).result();
        budget.throttled(Duration.ofMinutes(10));
        probe.releaseAfterWindow(true);

        assertThat(budget.figures().lock()).isEqualTo(Duration.ofMinutes(10));
        assertThat(budget.acquire(demand(IMPATIENT)).result()).isInstanceOf(PermitRejection.class);
    }

    @Test
    void whatWaitsWhenALockComesFailsUnlessItFitsItsPatience() {
        takeAll().forEach(permit -> permit.releaseAfterWindow(true));
        time.pass(Duration.ofSeconds(55));
        Future<Acquisition> impatient = budget.acquire(demand(IMPATIENT));
        Future<Acquisition> patient = budget.acquire(demand(PATIENT));

        budget.throttled(Duration.ofMinutes(10));

        assertThat(impatient.result()).isEqualTo(new PermitRejection(Reason.LOCKED, Duration.ofMinutes(10)));
        assertThat(patient.isComplete()).isFalse();
    }

    @Test
    void anUnexplainedThrottleNarrowsToHalfAndWidensSlowly() {
        budget.throttled(Duration.ofMinutes(10));
        assertThat(budget.figures().posts().limit()).isEqualTo(25);

        time.pass(Duration.ofMinutes(10));
        assertThat(budget.figures().posts().limit()).isBetween(26, 40);
        time.pass(Duration.ofHours(1));
        assertThat(budget.figures().posts().limit()).isEqualTo(50);
    }

    @Test
    void aThrottleThatOurOwnPostsExplainDoesNotNarrow() {
        takeAll();
        budget.throttled(Duration.ofMinutes(10));

        assertThat(budget.figures().posts().limit()).isEqualTo(50);
    }

    @Test
    void stoppingRefusesWhatWaitsAndWhatIsStillToCome() {
        takeAll();
        Future<Acquisition> waiting = budget.acquire(demand(PATIENT));
        budget.stop();

        assertThat(waiting.result()).isEqualTo(new PermitRejection(Reason.STOPPING, Duration.ZERO));
        assertThat(budget.acquire(demand(PATIENT)).result())
                .isEqualTo(new PermitRejection(Reason.STOPPING, Duration.ZERO));
    }

    @Test
    void aLongQueueIsServedWithoutRunningOutOfStack() {
        List<Future<Acquisition>> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(budget.acquire(new PermitRequest(false, "one", PATIENT)).onSuccess(leave -> {
                if (leave instanceof Permit permit) {
                    permit.cancel();
                }
            }));
        }

        assertThat(all).allMatch(Future::isComplete);
    }

    /** A walk over all that wait, at each answer, would take minutes here. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyPostsToOneSlowChatCostNoPostToAnotherChat() {
        int many = Boolean.getBoolean("long") ? 100_000 : 40_000;
        PostPacer unlimited = new PostPacer(new MemoryStore(time), PacingLimits.NONE, time, "ann");
        WaitLimit patience = new WaitLimit(Duration.ofMinutes(1), many);
        List<Future<Acquisition>> slow = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            slow.add(unlimited.acquire(new PermitRequest(false, "slow", patience)));
        }
        for (int i = 0; i < many; i++) {
            ((Permit) unlimited
                            .acquire(new PermitRequest(false, "quick", patience))
                            .result())
                    .releaseAfterWindow(true);
        }
        assertThat(unlimited.figures().waiting()).isEqualTo(many - 1);

        for (Future<Acquisition> post : slow) {
            ((Permit) post.result()).releaseAfterWindow(true);
        }

        assertThat(unlimited.figures().waiting()).isZero();
    }

    @Test
    void withoutLimitsNothingWaitsForRoomAndAThrottleLocksNothing() {
        PostPacer unlimited = new PostPacer(new MemoryStore(time), PacingLimits.NONE, time, "ann");
        Permit first = (Permit) unlimited.acquire(demand(IMPATIENT)).result();
        unlimited.throttled(Duration.ofMinutes(10));

        assertThat(first.isRevoked()).isFalse();
        for (int i = 0; i < 10_000; i++) {
            assertThat(unlimited.acquire(demand(IMPATIENT)).result()).isInstanceOf(Permit.class);
        }
        assertThat(unlimited.figures().lock()).isZero();
    }

    @Test
    void aRefusedPostSetsItsChatFreeForThePostBehindIt() {
        for (int i = 0; i < 20; i++) {
            budget.acquire(new PermitRequest(true, null, PATIENT));
        }
        budget.acquire(new PermitRequest(true, "a", IMPATIENT));
        Future<Acquisition> card = budget.acquire(new PermitRequest(true, "a", new WaitLimit(WINDOW, 10)));
        Future<Acquisition> text = budget.acquire(new PermitRequest(false, "a", PATIENT));

        time.pass(WINDOW.minusMillis(1));
        assertThat(text.isComplete()).isFalse();
        time.pass(Duration.ofMillis(1));

        assertThat(card.result())
                .isInstanceOfSatisfying(
                        PermitRejection.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.WAIT_TOO_LONG));
        assertThat(text.result()).isInstanceOf(Permit.class);
    }

    private Permit permit(PermitRequest demand) {
        return (Permit) budget.acquire(demand).result();
    }

    private List<Permit> takeAll() {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            permits.add((Permit) budget.acquire(demand(PATIENT)).result());
        }
        return permits;
    }

    private static PermitRequest demand(WaitLimit patience) {
        return new PermitRequest(false, null, patience);
    }

    /** Takes posts with a delay there and back that changes from post to post. */
    private final class Cliq {

        private final Random network = new Random(7);
        private final List<Long> acceptedAt = new ArrayList<>();
        private final List<Long> cardsAcceptedAt = new ArrayList<>();
        private final List<Integer> order = new ArrayList<>();
        private final Map<String, List<Integer>> orderByChat = new HashMap<>();

        void post(int number, String chat, boolean card) {
            budget.acquire(new PermitRequest(card, chat, PATIENT))
                    .onSuccess(leave -> time.after(delay(), () -> {
                        acceptedAt.add(time.millis());
                        order.add(number);
                        if (card) {
                            cardsAcceptedAt.add(time.millis());
                        }
                        orderByChat
                                .computeIfAbsent(String.valueOf(chat), key -> new ArrayList<>())
                                .add(number);
                        time.after(delay(), () -> ((Permit) leave).releaseAfterWindow(true));
                    }));
        }

        private Duration delay() {
            return Duration.ofMillis(1 + network.nextInt(80));
        }

        Duration duration() {
            return Duration.ofMillis(acceptedAt.get(acceptedAt.size() - 1) - acceptedAt.get(0));
        }

        long mostInAnyWindow() {
            return most(acceptedAt);
        }

        long mostCardsInAnyWindow() {
            return most(cardsAcceptedAt);
        }

        private static long most(List<Long> times) {
            return times.stream()
                    .mapToLong(start -> times.stream()
                            .filter(at -> at >= start && at < start + WINDOW.toMillis())
                            .count())
                    .max()
                    .orElse(0);
        }
    }
}
