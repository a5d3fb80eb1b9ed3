package io.github.camelcliq.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.internal.pacing.PostPacer.Acquisition;
import io.github.camelcliq.internal.pacing.PostPacer.Permit;
import io.github.camelcliq.internal.pacing.PostPacer.PermitRejection;
import io.github.camelcliq.internal.pacing.PostPacer.PermitRequest;
import io.github.camelcliq.internal.pacing.PostPacer.Reason;
import io.github.camelcliq.internal.pacing.PostPacer.WaitLimit;
import io.github.camelcliq.internal.store.MemoryStore;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pacing with a store that answers later, fails, or counts for several pacers. */
class PacingStoreTest {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration LOCK = Duration.ofMinutes(10);
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);
    private static final WaitLimit PATIENT = new WaitLimit(Duration.ofHours(1), 10_000);
    private static final WaitLimit IMPATIENT = new WaitLimit(Duration.ofSeconds(10), 3);
    private static final WaitLimit NO_WAIT = new WaitLimit(Duration.ZERO, 0);
    private static final PacingLimits THREE = new PacingLimits(3, 1, WINDOW);

    private final ManualTiming time = new ManualTiming();
    private final FleetStore store = new FleetStore();
    private final PostPacer pacer = new PostPacer(store, THREE, time, "ann");

    @Test
    void postsWaitForAnAnswerThatComesLaterAndGoOutInOrder() {
        store.answersLater = true;
        List<Integer> order = new ArrayList<>();
        List<Permit> permits = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            int post = number;
            pacer.acquire(request(PATIENT)).onSuccess(acquired -> {
                order.add(post);
                permits.add((Permit) acquired);
            });
        }
        assertThat(order).isEmpty();
        time.pass(ROUND_TRIP.multipliedBy(10));
        assertThat(order).containsExactly(0, 1, 2);

        permits.forEach(permit -> permit.releaseAfterWindow(true));
        time.pass(WINDOW);
        assertThat(order).hasSize(3);
        time.pass(ROUND_TRIP.multipliedBy(10));
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
        permits.forEach(permit -> permit.releaseAfterWindow(true));
        time.passAll();
        assertThat(store.acquired).isEqualTo(5);
        assertThat(store.released).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void aPostThatMayNotWaitWaitsForTheAnswerOnly() {
        store.answersLater = true;
        List<Future<Acquisition>> posts =
                Stream.generate(() -> pacer.acquire(request(NO_WAIT))).limit(4).toList();
        assertThat(posts.subList(0, 3)).noneMatch(Future::isComplete);
        time.pass(ROUND_TRIP.multipliedBy(10));

        assertThat(posts.subList(0, 3)).allMatch(post -> post.result() instanceof Permit);
        assertThat(posts.get(3).result()).isInstanceOf(PermitRejection.class);
    }

    @Test
    void aPostThatMayNotWaitWaitsForTheAnswerAlsoIfTimePassesMeanwhile() {
        store.answersLater = true;
        AtomicLong passed = new AtomicLong();
        PostPacer ticking = new PostPacer(store, THREE, new ShiftedTiming(time, passed::incrementAndGet), "ann");
        Future<Acquisition> post = ticking.acquire(request(NO_WAIT));
        time.pass(ROUND_TRIP);

        assertThat(post.result()).isInstanceOf(Permit.class);
    }

    @Test
    void aStoreThatAnswersOnAnotherThreadGrantsEachPermitOnce() {
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        ExecutorService application = Executors.newFixedThreadPool(4);
        try {
            store.elsewhere = elsewhere;
            PostPacer wide = new PostPacer(store, new PacingLimits(400, 400, WINDOW), time, "ann");
            List<Integer> order = new CopyOnWriteArrayList<>();
            AtomicInteger out = new AtomicInteger();
            for (int number = 0; number < 100; number++) {
                int post = number;
                wide.acquire(new PermitRequest(false, "chat", PATIENT))
                        .onSuccess(acquired -> application.execute(() -> {
                            assertThat(out.incrementAndGet()).isOne();
                            order.add(post);
                            out.decrementAndGet();
                            ((Permit) acquired).releaseAfterWindow(true);
                        }));
            }
            for (int number = 0; number < 100; number++) {
                application.execute(
                        () -> wide.acquire(request(PATIENT)).onSuccess(acquired -> ((Permit) acquired).cancel()));
            }

            await().until(() -> store.released.size() == 200);
            assertThat(order)
                    .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
            assertThat(store.acquired).isEqualTo(200);
            assertThat(store.released).doesNotHaveDuplicates();
        } finally {
            elsewhere.shutdown();
            application.shutdown();
        }
    }

    @Test
    void whileTheStoreFailsPostsWaitAndAreRejectedInTime() {
        store.fails = true;
        Future<Acquisition> impatient = pacer.acquire(request(IMPATIENT));
        Future<Acquisition> patient = pacer.acquire(request(PATIENT));
        time.pass(Duration.ofSeconds(10).minusMillis(1));
        assertThat(impatient.isComplete()).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(impatient.result()).isEqualTo(new PermitRejection(Reason.STORE, null));
        assertThat(patient.isComplete()).isFalse();

        store.fails = false;
        time.pass(Duration.ofSeconds(1));

        assertThat(patient.result()).isInstanceOf(Permit.class);
        assertThat(store.acquired).isOne();
    }

    /** Otherwise an application that posts rarely would show a failure that is long over. */
    @Test
    void aStoreThatCouldNotBeReadWorksWhenItIsReadAgain() {
        store.fails = true;
        Future<Acquisition> impatient = pacer.acquire(request(IMPATIENT));
        time.pass(Duration.ofSeconds(10));
        assertThat(impatient.result()).extracting("reason").isEqualTo(Reason.STORE);
        assertThat(pacer.figures().storeFailure()).isNotNull();

        store.fails = false;

        assertThat(pacer.figures().storeFailure()).isNull();
    }

    @Test
    void aThrottleHoldsThePostsAlthoughTheStoreCannotHearOfIt() {
        Permit permit = (Permit) pacer.acquire(request(PATIENT)).result();
        Permit other = (Permit) pacer.acquire(request(PATIENT)).result();
        store.fails = true;
        pacer.throttled(LOCK);
        store.fails = false;
        permit.releaseAfterWindow(false);
        Future<Acquisition> next = pacer.acquire(request(PATIENT));

        assertThat(other.isRevoked()).isTrue();
        time.pass(LOCK.minusMillis(1));
        assertThat(next.isComplete()).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(next.result()).isInstanceOf(Permit.class);
    }

    @Test
    void aPermitThatArrivesAfterAThrottleIsRevoked() {
        store.answersLater = true;
        Future<Acquisition> asked = pacer.acquire(request(PATIENT));
        pacer.throttled(LOCK);
        time.pass(ROUND_TRIP);

        assertThat(((Permit) asked.result()).isRevoked()).isTrue();
    }

    @Test
    void aPermitThatArrivesAfterTheStopIsGivenBack() {
        store.answersLater = true;
        Future<Acquisition> asked = pacer.acquire(request(PATIENT));
        pacer.stop();
        assertThat(asked.result()).isEqualTo(new PermitRejection(Reason.STOPPING, Duration.ZERO));
        time.passAll();

        assertThat(store.acquired).isOne();
        assertThat(store.released).hasSize(1);
        assertThat(pacer.figures().posts().inFlight()).isZero();
    }

    @Test
    void pacersThatShareAStoreShareItsLimitsAndSendOneProbe() {
        PostPacer other = new PostPacer(store, THREE, time, "ann");
        List<Future<Acquisition>> posts = new ArrayList<>();
        for (int post = 0; post < 2; post++) {
            posts.add(pacer.acquire(request(PATIENT)));
            posts.add(other.acquire(request(PATIENT)));
        }
        assertThat(posts).filteredOn(Future::isComplete).hasSize(3);
        pacer.throttled(LOCK);
        IntStream.range(0, 3).forEach(post -> ((Permit) posts.get(post).result()).releaseAfterWindow(false));
        posts.add(pacer.acquire(request(PATIENT)));
        time.pass(LOCK.plusSeconds(1));

        List<Future<Acquisition>> waited = posts.subList(3, 5);
        assertThat(waited).as("one probe").filteredOn(Future::isComplete).hasSize(1);
        waited.stream()
                .filter(Future::isComplete)
                .toList()
                .forEach(probe -> ((Permit) probe.result()).releaseAfterWindow(true));
        time.pass(Duration.ofSeconds(1));
        assertThat(waited).allMatch(Future::isComplete);
    }

    @Test
    void aPostThatMayNotWaitForUnknownPostsHearsOfThem() {
        store.memory.awaitUnknownPosts(THREE);
        assertThat(pacer.acquire(request(IMPATIENT)).result())
                .isEqualTo(new PermitRejection(Reason.UNKNOWN_POSTS, WINDOW));
        time.pass(Duration.ofSeconds(20));
        assertThat(pacer.acquire(request(IMPATIENT)).result())
                .isEqualTo(new PermitRejection(Reason.UNKNOWN_POSTS, WINDOW.minusSeconds(20)));
        time.pass(WINDOW);

        assertThat(pacer.acquire(request(IMPATIENT)).result()).isInstanceOfSatisfying(Permit.class, probe -> {
            assertThat(pacer.figures().lockIsOfUnknownPosts()).isTrue();
            probe.releaseAfterWindow(true);
        });
        assertThat(pacer.figures())
                .returns(false, PostPacer.Figures::lockIsUnproven)
                .returns(false, PostPacer.Figures::lockIsOfUnknownPosts);
    }

    @Test
    void aThrottleIsALockAlsoWhileEarlierPostsAreUnknown() {
        store.memory.awaitUnknownPosts(THREE);
        time.pass(WINDOW);
        Permit probe = (Permit) pacer.acquire(request(IMPATIENT)).result();
        pacer.throttled(LOCK);
        probe.releaseAfterWindow(false);
        store.memory.awaitUnknownPosts(THREE);

        assertThat(pacer.acquire(request(IMPATIENT)).result())
                .isInstanceOfSatisfying(
                        PermitRejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(Reason.LOCKED));
    }

    @Test
    void aThrottleIsALockAlsoIfTheStoreDidNotHearOfItAndKnowsNoPosts() {
        Permit permit = (Permit) pacer.acquire(request(PATIENT)).result();
        store.fails = true;
        pacer.throttled(LOCK);
        permit.releaseAfterWindow(false);
        store.fails = false;
        store.memory.awaitUnknownPosts(THREE);
        pacer.figures();

        assertThat(pacer.acquire(request(IMPATIENT)).result())
                .isInstanceOfSatisfying(
                        PermitRejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(Reason.LOCKED));
    }

    @Test
    void aStoreThatThrowsHasFailed() {
        store.throwing = new IllegalStateException("closed");
        Future<Acquisition> first = pacer.acquire(new PermitRequest(false, "chat", PATIENT));
        assertThat(first.isComplete()).isFalse();

        store.throwing = null;
        time.pass(Duration.ofSeconds(1));
        ((Permit) first.result()).releaseAfterWindow(true);

        assertThat(pacer.acquire(new PermitRequest(false, "chat", PATIENT)).result())
                .isInstanceOf(Permit.class);
    }

    @Test
    void figuresDoNotHoldPostsBack() {
        store.answersLater = true;
        pacer.figures();
        Future<Acquisition> post = pacer.acquire(request(PATIENT));
        for (int count = 0; count < 10; count++) {
            pacer.figures();
            time.pass(ROUND_TRIP.minusMillis(5));
        }

        assertThat(post.result()).isInstanceOf(Permit.class);
    }

    @Test
    void aProbeFromBeforeAnotherThrottleProvesNothing() {
        PostPacer wide = new PostPacer(store, new PacingLimits(10, 5, WINDOW), time, "ann");
        Permit slow = (Permit) wide.acquire(request(PATIENT)).result();
        wide.throttled(Duration.ofSeconds(1));
        time.pass(Duration.ofSeconds(2));
        Permit probe = (Permit) wide.acquire(request(PATIENT)).result();
        wide.throttled(LOCK);
        slow.releaseAfterWindow(false);

        assertThat(probe.isRevoked()).isTrue();
        probe.releaseAfterWindow(true);
        time.pass(LOCK.plus(WINDOW));
        assertThat(List.of(wide.acquire(request(PATIENT)), wide.acquire(request(PATIENT))))
                .filteredOn(Future::isComplete)
                .hasSize(1);
    }

    private static PermitRequest request(WaitLimit wait) {
        return new PermitRequest(false, null, wait);
    }

    /** Counts in memory for all pacers of the test, and answers as the test wants it. */
    private final class FleetStore implements PacingStore {

        private final MemoryStore memory = new MemoryStore(time);
        private final List<String> released = new ArrayList<>();
        private int acquired;
        private boolean answersLater;
        private boolean fails;
        private RuntimeException throwing;
        private ExecutorService elsewhere;

        @Override
        public synchronized Future<Turn> acquire(PacingLimits limits, boolean restricted) {
            return answer(() -> memory.acquire(limits, restricted).map(turn -> {
                acquired += turn.permit() == null ? 0 : 1;
                return new Turn(turn.permit(), turn.isProbe(), capped(turn.lookAgainIn()), turn.lock(), turn.counts());
            }));
        }

        /** Another pacer may release a permit at any time. */
        private Duration capped(Duration lookAgainIn) {
            Duration most = Duration.ofMillis(500);
            return lookAgainIn == null || lookAgainIn.compareTo(most) > 0 ? most : lookAgainIn;
        }

        @Override
        public synchronized Future<Lock> release(PacingLimits limits, String permit, Release release) {
            return answer(() -> {
                released.add(permit);
                return memory.release(limits, permit, release);
            });
        }

        @Override
        public synchronized Future<Counts> lock(PacingLimits limits, Duration period) {
            return answer(() -> memory.lock(limits, period));
        }

        @Override
        public synchronized Future<Counts> counts(PacingLimits limits) {
            return answer(() -> memory.counts(limits));
        }

        private <T> Future<T> answer(Supplier<Future<T>> call) {
            if (throwing != null) {
                throw throwing;
            }
            if (fails) {
                return Future.failedFuture("no connection to the store");
            }
            Promise<T> later = Promise.promise();
            if (elsewhere != null) {
                elsewhere.execute(() -> later.complete(locked(call)));
                return later.future();
            }
            Future<T> answer = call.get();
            if (!answersLater) {
                return answer;
            }
            time.after(ROUND_TRIP, () -> later.complete(answer.result()));
            return later.future();
        }

        private synchronized <T> T locked(Supplier<Future<T>> call) {
            return call.get().result();
        }
    }
}
