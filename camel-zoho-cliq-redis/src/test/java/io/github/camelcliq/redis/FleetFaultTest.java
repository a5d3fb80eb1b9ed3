package io.github.camelcliq.redis;

import static io.github.camelcliq.redis.FleetMember.LIMIT;
import static io.github.camelcliq.redis.FleetMember.LONGEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.CapturedLog;
import io.github.camelcliq.CliqThrottledException;
import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.client.SharedTokens;
import io.github.camelcliq.internal.client.TokenResponse;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PacingStore;
import io.github.camelcliq.internal.pacing.PacingStore.Release;
import io.github.camelcliq.internal.pacing.PacingStore.Turn;
import io.github.camelcliq.internal.store.SharedStoreFactory.User;
import io.github.camelcliq.sandbox.Sandbox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the page of fleets in the guide says of failures. */
class FleetFaultTest {

    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final PacingLimits LIMITS = new PacingLimits(5, 2, HOUR);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx, () -> {});
    private final LocalRedis redis = closing(LocalRedis.running());
    private final Sandbox cliq = closing(FleetMember.cliq(WINDOW));

    @AfterEach
    void close() throws Exception {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.get(last).close();
        }
        got(vertx.close());
    }

    @Test
    void aPostThatMayNotWaitForUnknownPostsHearsOfThem() {
        Exchange post =
                ended(jvm(HOUR, redis.url()).post("CT_1?maximumWait=0", 1).get(0));

        assertThat(post.getException()).isInstanceOfSatisfying(CliqThrottledException.class, failure -> {
            assertThat(failure)
                    .hasMessageContaining("all posts wait one window, since Cliq may count earlier posts")
                    .hasMessageContaining("the turn of this post comes in 3600 s");
            assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
            assertThat(failure.getRetryAfter()).isBetween(HOUR.minusMinutes(5), HOUR);
        });
        assertThat(cliq.requests()).isEmpty();
    }

    @Test
    void aLockIsOfUnknownPostsUntilCliqThrottles() throws Exception {
        PacingStore store = store();
        settle(store);
        sent(Command.FLUSHALL);
        assertThat(got(store.counts(LIMITS)).lock().isOfUnknownPosts()).isTrue();
        got(store.lock(LIMITS, HOUR));
        assertThat(got(store.counts(LIMITS)).lock().isOfUnknownPosts()).isFalse();
        sent(Command.HSET, "cliq:{user}:state", "run", "of-another-server");

        assertThat(got(store.acquire(LIMITS, false)).lock().isOfUnknownPosts())
                .as("a lock that Redis still knows")
                .isFalse();
    }

    /** A permit counts for the total time-out and a window from its renewal on. */
    @Test
    void aPermitIsRenewedUnlessItHasComeBackOrIsRevoked() throws Exception {
        PacingStore store = store();
        settle(store);
        String permit = got(store.acquire(LIMITS, true)).permit();
        String posts = "cliq:{user}:posts";
        String restricted = "cliq:{user}:restricted";
        String soon = String.valueOf(System.currentTimeMillis() + HOUR.toMillis() / 2);
        sent(Command.ZADD, posts, soon, permit);
        sent(Command.ZADD, restricted, soon, permit);

        got(store.renew(LIMITS, permit));

        for (String key : List.of(posts, restricted)) {
            assertThat(sent(Command.ZSCORE, key, permit).toDouble()).isGreaterThan(Double.parseDouble(soon));
        }
        sent(Command.ZREM, posts, permit);
        assertThat(store.renew(LIMITS, permit).toCompletionStage()).failsWithin(LONGEST);
        String revoked = got(store.acquire(LIMITS, false)).permit();
        got(store.lock(LIMITS, Duration.ZERO));
        assertThat(store.renew(LIMITS, revoked).toCompletionStage()).failsWithin(LONGEST);
        String probe = got(store.acquire(LIMITS, false)).permit();
        got(store.renew(LIMITS, probe));
    }

    @Test
    void aWrongPasswordHoldsThePosts() throws Exception {
        sent(Command.CONFIG, "SET", "requirepass", "right");
        Exchange post = ended(jvm(WINDOW, "redis://:wrong-secret@127.0.0.1:" + redis.port())
                .post("CT_1?maximumWait=100", 1)
                .get(0));

        assertFailedByTheStore(post);
        assertThat(post.getException().toString()).doesNotContain("wrong-secret");
        assertThat(cliq.requests()).isEmpty();
    }

    @Test
    void aRedisWithoutMemorySharesPermitsAndTokensStill() throws Exception {
        PacingStore store = store();
        settle(store);
        sent(Command.CONFIG, "SET", "maxmemory", "1");
        SharedTokens here = tokens();
        SharedTokens there = tokens();

        assertThat(got(store.acquire(LIMITS, false)).permit()).isNotNull();
        got(here.next(() -> Future.succeededFuture(new TokenResponse("a-token", HOUR, null))));
        assertThat(got(there.next(() -> Future.failedFuture("asked twice"))).accessToken())
                .isEqualTo("a-token");
    }

    @Test
    void aConnectionThatIsResetIsNoStackTraceInTheLog() throws Exception {
        PacingStore store = store();
        got(store.counts(LIMITS));
        redis.freeze();
        try (CapturedLog log = new CapturedLog("", Level.DEBUG)) {
            Future<?> unanswered = store.counts(LIMITS);
            for (int turn = 0; turn < 20; turn++) {
                // until the request is written: a server that ends with unread requests resets the connection
                got(loop.call(Future::succeededFuture));
            }
            redis.kill();

            assertThat(unanswered.toCompletionStage()).failsWithin(LONGEST);
            assertThat(log.lines()).noneMatch(line -> line.contains("Unhandled Error"));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = "stops Redis for long; -Plong runs it")
    void aRedisIsStoppedForTenSecondsAndThenForGood() throws Exception {
        FleetMember here = jvm(WINDOW, redis.url());
        FleetMember there = jvm(WINDOW, redis.url());
        List<CompletableFuture<Exchange>> posts = new ArrayList<>(here.post("CT_1", 2 * LIMIT));
        posts.addAll(there.post("CT_2", 2 * LIMIT));
        await().atMost(LONGEST).until(() -> cliq.messages().size() >= LIMIT / 2);

        redis.kill();
        TimeUnit.SECONDS.sleep(10);
        redis.start();

        assertThat(posts)
                .allSatisfy(post -> assertThat(ended(post).getException()).isNull());
        assertThat(cliq.budget().throttled()).as("throttles").isZero();
        redis.kill();
        int delivered = cliq.requests().size();
        assertThat(Stream.of(here, there).flatMap(jvm -> jvm.post("CT_3?maximumWait=3000", LIMIT).stream()))
                .allSatisfy(post -> assertFailedByTheStore(ended(post)));
        assertThat(cliq.requests()).hasSize(delivered);
    }

    private static void assertFailedByTheStore(Exchange post) {
        assertThat(post.getException()).isInstanceOfSatisfying(CliqThrottledException.class, failure -> {
            assertThat(failure).hasMessageContaining("the store of the permits fails");
            assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
        });
    }

    private static Exchange ended(CompletableFuture<Exchange> post) {
        return post.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
    }

    private FleetMember jvm(Duration window, String store) {
        return closing(new FleetMember(cliq.baseUrl(), window, store, account -> {}));
    }

    private PacingStore store() {
        PacingStore store = new RedisStoreFactory().connect(redis.url(), new User("cliq", "user", HOUR), loop);
        open.add(store::close);
        return store;
    }

    private SharedTokens tokens() {
        SharedTokens tokens =
                new RedisStoreFactory().shareTokens(redis.url(), new User("cliq", "user", HOUR), "a-secret", loop);
        open.add(tokens::close);
        return tokens;
    }

    /** Ends the wait for unknown posts. */
    private static void settle(PacingStore store) throws Exception {
        PacingLimits instant = new PacingLimits(LIMITS.posts(), LIMITS.restricted(), Duration.ofMillis(1));
        Turn probe =
                await().atMost(LONGEST).until(() -> got(store.acquire(instant, false)), turn -> turn.permit() != null);
        got(store.release(instant, probe.permit(), Release.LOCK_IS_OVER));
    }

    private Response sent(Command command, String... arguments) throws Exception {
        Request request = Request.cmd(command);
        Stream.of(arguments).forEach(request::arg);
        Redis client = Redis.createClient(vertx, redis.url());
        try {
            return got(client.send(request));
        } finally {
            client.close();
        }
    }

    private <T extends AutoCloseable> T closing(T resource) {
        open.add(resource);
        return resource;
    }

    private static <T> T got(Future<T> answer) throws Exception {
        return answer.toCompletionStage().toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }
}
