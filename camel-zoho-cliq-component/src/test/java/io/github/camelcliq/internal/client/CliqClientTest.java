package io.github.camelcliq.internal.client;

import static io.github.camelcliq.PatientWaits.LONGEST;
import static io.github.camelcliq.PatientWaits.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.client.AuthorizationScheme;
import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.account.ScheduledTiming;
import io.github.camelcliq.internal.client.PostResult.Receipt;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.http.HttpPost.Timeouts;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PacingStore;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.pacing.Timing;
import io.github.camelcliq.internal.store.MemoryStore;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting without Camel. */
class CliqClientTest {

    private static final Timeouts TIMEOUTS = new Timeouts(LONGEST, LONGEST, LONGEST);

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor();
    private static final Timing TIMING = new ScheduledTiming(TIMER);

    private static Vertx vertx;
    private static EventLoop loop;
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        loop = new EventLoop(vertx, () -> {});
        sandbox = Sandbox.builder().start();
    }

    @AfterAll
    static void stop() {
        vertx.close();
        TIMER.shutdown();
        sandbox.close();
    }

    @BeforeEach
    void forgetEarlierTests() {
        sandbox.reset();
    }

    @Test
    void anAcceptedMessageIsAReceipt() throws Exception {
        PostResult result = result(client(sandbox.baseUrl(), Sandbox.DEFAULT_ACCESS_TOKEN));

        assertThat(result).isInstanceOf(Receipt.class).returns(204, PostResult::status);
        assertThat(sandbox.messages()).extracting("json").containsExactly("{\"text\":\"Hello\"}");
    }

    @Test
    void aRefusedMessageIsAFailureAndNoException() throws Exception {
        PostResult result = result(client(sandbox.baseUrl(), "wrong"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        PostFailure.class,
                        failure -> assertThat(failure)
                                .returns(FailureKind.AUTH, PostFailure::kind)
                                .returns(401, PostFailure::status)
                                .returns(false, PostFailure::retryable));
    }

    @Test
    void aPostAfterTheEndIsAFailureToo() throws Exception {
        CliqClient client = client(sandbox.baseUrl(), Sandbox.DEFAULT_ACCESS_TOKEN);
        client.close();

        assertThat(result(client))
                .isInstanceOfSatisfying(
                        PostFailure.class,
                        failure -> assertThat(failure)
                                .returns(FailureKind.UNAVAILABLE, PostFailure::kind)
                                .returns(Delivery.NOT_DELIVERED, PostFailure::delivery));
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aPostOnTheWireAtTheEndIsLost() throws Exception {
        CliqClient client = client(sandbox.baseUrl(), Sandbox.DEFAULT_ACCESS_TOKEN);
        sandbox.faults().next(Fault.hang());
        var result = client.post(post()).toCompletionStage().toCompletableFuture();
        await().until(() -> sandbox.faults().hanging() == 1);

        client.close();

        assertThat(result)
                .succeedsWithin(LONGEST)
                .isInstanceOfSatisfying(
                        PostFailure.class,
                        failure -> assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN));
    }

    /** As they leave one after another, one connection is enough; another would cost them a TLS handshake. */
    @Test
    void postsToOneChatShareOneConnection() throws Exception {
        Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
        HttpServer server = vertx.createHttpServer()
                .connectionHandler(connections::add)
                .requestHandler(request -> request.response().setStatusCode(204).end());
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        PostPacer budget = new PostPacer(
                new MemoryStore(TIMING), new PacingLimits(100, 100, Duration.ofMinutes(1)), TIMING, "ann");
        CliqClient client = client("http://127.0.0.1:" + server.actualPort(), Sandbox.DEFAULT_ACCESS_TOKEN, budget);

        List<Future<PostResult>> posts =
                Stream.generate(() -> client.post(post())).limit(5).toList();

        assertThat(Future.all(posts).toCompletionStage().toCompletableFuture()).succeedsWithin(LONGEST);
        assertThat(posts).extracting(Future::result).hasOnlyElementsOfType(Receipt.class);
        assertThat(connections).hasSize(1);
    }

    @Test
    void aWebhookTokenStandsInTheQueryAndInNoHeader() throws Exception {
        List<String> queries = new CopyOnWriteArrayList<>();
        List<String> authorizations = new CopyOnWriteArrayList<>();
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            queries.add(request.query());
            authorizations.addAll(request.headers().getAll("Authorization"));
            request.response().setStatusCode(204).end();
        });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        CliqClient client = client(
                "http://127.0.0.1:" + server.actualPort(),
                new Credentials.FixedToken(new AccessToken("1001.abc+/="), true),
                new PostPacer(new MemoryStore(TIMING), PacingLimits.NONE, TIMING, "ann"));

        assertThat(result(client)).isInstanceOf(Receipt.class);

        assertThat(queries).containsExactly("zapikey=1001.abc%2B%2F%3D");
        assertThat(authorizations).isEmpty();
    }

    @Test
    void aStoreThatThrowsOnReleaseTakesNoReceiptAway() throws Exception {
        CliqClient client = client(new PostPacer(
                new BrokenStore(() -> Future.succeededFuture(
                        new PacingStore.Turn("permit", false, null, BrokenStore.COUNTS.lock(), null))),
                PacingLimits.OF_CLIQ,
                TIMING,
                "ann"));

        assertThat(result(client)).isInstanceOf(PostResult.Receipt.class);
        assertThat(sandbox.messages()).hasSize(1);
        assertThat(client.inFlight()).isZero();
    }

    static Stream<Supplier<Future<PacingStore.Turn>>> failures() {
        return Stream.of(() -> Future.failedFuture("no connection to the store"), () -> {
            throw BrokenStore.broken();
        });
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aPostThatTheStoreGivesNoPermitIsThrottledAndNotDelivered(Supplier<Future<PacingStore.Turn>> failure)
            throws Exception {
        CliqClient client = client(new PostPacer(new BrokenStore(failure), PacingLimits.OF_CLIQ, TIMING, "ann"));

        Future<PostResult> post = client.post(post(Duration.ofMillis(50)));

        assertThat(post.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        PostFailure.class,
                        failed -> assertThat(failed)
                                .returns(FailureKind.THROTTLED, PostFailure::kind)
                                .returns(Delivery.NOT_DELIVERED, PostFailure::delivery));
        assertThat(sandbox.requests()).isEmpty();
        assertThat(client.inFlight()).isZero();
    }

    @Test
    void aPostWhoseTokenArrivesDuringALockWaitsThroughTheLock() throws Exception {
        CompletableFuture<String> token = new CompletableFuture<>();
        ManualTiming time = new ManualTiming();
        PostPacer budget = new PostPacer(new MemoryStore(time), PacingLimits.OF_CLIQ, time, "ann");
        CliqClient client = client(sandbox.baseUrl(), new Credentials.SuppliedToken(() -> token), budget);
        Future<PostResult> post = client.post(post());
        Duration lock = Duration.ofSeconds(30);

        budget.throttled(lock);
        token.complete(Sandbox.DEFAULT_ACCESS_TOKEN);
        await().until(() -> budget.figures().waiting() == 1);
        time.pass(lock.minusMillis(1));
        assertThat(sandbox.requests()).isEmpty();
        time.pass(Duration.ofMillis(1));

        assertThat(post.toCompletionStage()).succeedsWithin(LONGEST).isInstanceOf(Receipt.class);
        assertThat(sandbox.messages()).hasSize(1);
    }

    @Test
    void stoppingEndsTheWaitForAToken() {
        CompletableFuture<String> token = new CompletableFuture<>();
        PostPacer budget = new PostPacer(new MemoryStore(TIMING), PacingLimits.NONE, TIMING, "ann");
        CliqClient client = client(sandbox.baseUrl(), new Credentials.SuppliedToken(() -> token), budget);
        Future<PostResult> waiting = client.post(post());

        client.stop();

        assertThat(waiting.result()).isInstanceOfSatisfying(PostFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo("stopping");
            assertThat(failure.retryAfter()).isZero();
        });
    }

    /** A store that others share would otherwise take the permit back while the post is on the wire. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPermitIsRenewedAfterTheWaitForATokenOrReplaced(boolean isRenewable) throws Exception {
        CompletableFuture<String> token = new CompletableFuture<>();
        RenewingStore store = new RenewingStore(isRenewable);
        CliqClient client = client(
                sandbox.baseUrl(),
                new Credentials.SuppliedToken(() -> token),
                new PostPacer(store, PacingLimits.OF_CLIQ, TIMING, "ann"));
        Future<PostResult> post = client.post(post());
        assertThat(store.renewed).isEmpty();

        token.complete(Sandbox.DEFAULT_ACCESS_TOKEN);

        assertThat(post.toCompletionStage()).succeedsWithin(LONGEST).isInstanceOf(Receipt.class);
        assertThat(store.renewed).containsExactly("1");
        assertThat(store.released).isEqualTo(isRenewable ? List.of("1") : List.of("1", "2"));
        assertThat(result(client)).isInstanceOf(Receipt.class);
        assertThat(store.renewed).as("without a wait").hasSize(1);
    }

    /** Takes back permits, as a store does that others share. */
    private static final class RenewingStore implements PacingStore {

        private final MemoryStore memory = new MemoryStore(TIMING);
        private final boolean isRenewable;
        private final List<String> renewed = new CopyOnWriteArrayList<>();
        private final List<String> released = new CopyOnWriteArrayList<>();

        RenewingStore(boolean isRenewable) {
            this.isRenewable = isRenewable;
        }

        @Override
        public Future<Turn> acquire(PacingLimits limits, boolean restricted) {
            return memory.acquire(limits, restricted);
        }

        @Override
        public Future<Void> renew(PacingLimits limits, String permit) {
            renewed.add(permit);
            return isRenewable ? Future.succeededFuture() : Future.failedFuture("taken back");
        }

        @Override
        public Future<Lock> release(PacingLimits limits, String permit, Release release) {
            released.add(permit);
            return memory.release(limits, permit, release);
        }

        @Override
        public Future<Counts> lock(PacingLimits limits, Duration period) {
            return memory.lock(limits, period);
        }

        @Override
        public Future<Counts> counts(PacingLimits limits) {
            return memory.counts(limits);
        }
    }

    /** Throws when a permit is released, and answers to posts that ask for one as the test wants it. */
    private record BrokenStore(Supplier<Future<Turn>> turn) implements PacingStore {

        private static final Count ROOM = new Count(1, 0, List.of());
        private static final Counts COUNTS = new Counts(ROOM, ROOM, new Lock(Duration.ZERO, false, false));

        @Override
        public Future<Turn> acquire(PacingLimits limits, boolean restricted) {
            return turn.get();
        }

        @Override
        public Future<Lock> release(PacingLimits limits, String permit, Release release) {
            throw broken();
        }

        private static IllegalStateException broken() {
            return new IllegalStateException("for " + Sandbox.DEFAULT_ACCESS_TOKEN);
        }

        @Override
        public Future<Counts> lock(PacingLimits limits, Duration period) {
            return counts(limits);
        }

        @Override
        public Future<Counts> counts(PacingLimits limits) {
            return Future.succeededFuture(COUNTS);
        }
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "secret\n", "sec\r\nX-Evil: secret", "secret\u0000", "sécret", "a secret"})
    void whatCanBeNoHeaderIsNoTokenAndIsNotShown(String token) {
        assertThatThrownBy(() -> new AccessToken(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "http://", "http://a b", "http://127.0.0.1:99999"})
    void aBaseUrlThatIsNoneIsAFailureToo(String baseUrl) throws Exception {
        assertThat(result(client(baseUrl, Sandbox.DEFAULT_ACCESS_TOKEN)))
                .isInstanceOfSatisfying(
                        PostFailure.class,
                        failure -> assertThat(failure.delivery()).isEqualTo(Delivery.NOT_DELIVERED));
    }

    @Test
    void aTokenShowsNothingOfItself() {
        assertThat(new AccessToken("1000.secret")).hasToString("xxxxxx");
    }

    private static CliqClient client(PostPacer budget) {
        return client(sandbox.baseUrl(), Sandbox.DEFAULT_ACCESS_TOKEN, budget);
    }

    private static CliqClient client(String baseUrl, String token) {
        return client(baseUrl, token, new PostPacer(new MemoryStore(TIMING), PacingLimits.NONE, TIMING, "ann"));
    }

    private static CliqClient client(String baseUrl, String token, PostPacer budget) {
        return client(baseUrl, new Credentials.FixedToken(new AccessToken(token), false), budget);
    }

    private static CliqClient client(String baseUrl, Credentials credentials, PostPacer budget) {
        ClientOptions options = new ClientOptions(
                baseUrl, "http://127.0.0.1:1", AuthorizationScheme.BEARER, Duration.ofMinutes(30), TIMEOUTS, null);
        return new CliqClient(
                loop, new WebClientOptions(), options, credentials, budget, TIMING, (lifetime, failure) -> {});
    }

    private static Post post() {
        return post(Duration.ofMinutes(1));
    }

    private static Post post(Duration maximumWait) {
        return new Post(
                TargetKind.CHAT,
                "/api/v2/chats/x/messages",
                Buffer.buffer("{\"text\":\"Hello\"}"),
                false,
                new PostPacer.PermitRequest(false, "x", new PostPacer.WaitLimit(maximumWait, 1_000)),
                TIMEOUTS,
                () -> {},
                () -> true);
    }

    private static PostResult result(CliqClient client) throws Exception {
        return client.post(post()).toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }
}
