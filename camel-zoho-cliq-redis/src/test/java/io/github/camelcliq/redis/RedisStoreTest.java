package io.github.camelcliq.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.CapturedLog;
import io.github.camelcliq.PatientWaits;
import io.github.camelcliq.internal.account.ScheduledTiming;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PacingStore;
import io.github.camelcliq.internal.pacing.PacingStore.Counts;
import io.github.camelcliq.internal.pacing.PacingStore.Release;
import io.github.camelcliq.internal.pacing.PacingStore.Turn;
import io.github.camelcliq.internal.store.MemoryStore;
import io.github.camelcliq.internal.store.SharedStoreFactory.User;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Counts in a real Redis, for two JVMs that post as one user. */
class RedisStoreTest {

    private static final PacingLimits LIMITS = new PacingLimits(5, 2, Duration.ofHours(1));

    /** For tests in which permits come back. */
    private static final PacingLimits SHORT = new PacingLimits(5, 2, Duration.ofMillis(300));

    private static final Duration LEASE = Duration.ofMinutes(2);

    private static LocalRedis redis;
    private static Vertx vertx;
    private static EventLoop loop;
    private static Redis client;

    private final String user = UUID.randomUUID().toString();
    private final List<PacingStore> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        redis = LocalRedis.running();
        vertx = Vertx.vertx();
        loop = new EventLoop(vertx, () -> {});
        client = Redis.createClient(vertx, redis.url());
    }

    @AfterAll
    static void stop() throws Exception {
        if (redis != null) {
            got(vertx.close());
            redis.close();
        }
    }

    @AfterEach
    void closeStores() {
        open.forEach(PacingStore::close);
    }

    @Test
    void twoJvmsShareTheLimits() throws Exception {
        PacingStore here = store();
        PacingStore there = store();
        settle(here);

        List<Turn> turns = new ArrayList<>();
        for (int post = 0; post < 3; post++) {
            turns.add(got(here.acquire(LIMITS, post == 0)));
            turns.add(got(there.acquire(LIMITS, post == 0)));
        }

        assertThat(turns).filteredOn(turn -> turn.permit() != null).hasSize(5);
        assertThat(turns)
                .extracting(Turn::permit)
                .filteredOn(permit -> permit != null)
                .doesNotHaveDuplicates();
        assertThat(got(there.acquire(LIMITS, true)).permit()).isNull();
        Counts counts = got(there.counts(LIMITS));
        assertThat(counts.posts().inFlight()).isEqualTo(5);
        assertThat(counts.restricted().inFlight()).isEqualTo(2);
    }

    @Test
    void aJvmLeavesRoomUntilThoseThatWaitHaveAsMany() throws Exception {
        PacingStore here = store();
        PacingStore there = store();
        settle(here);
        List<String> permits = permits(here, false);
        assertThat(permits).hasSize(5);
        assertThat(permits(there, false)).isEmpty();
        waitsHoweverSlowTheMachineIs("posts-waiters");
        for (String permit : permits) {
            got(here.release(LIMITS, permit, Release.UNUSED));
        }

        assertThat(permits(here, false)).hasSize(3);
        assertThat(permits(there, false)).hasSize(2);
    }

    @Test
    void aJvmThatWaitsForTheSmallerLimitHoldsNoOtherPostUp() throws Exception {
        PacingStore here = store();
        PacingStore there = store();
        settle(here);
        List<String> permits = permits(here, true);
        assertThat(permits).hasSize(2);
        assertThat(permits(there, true)).isEmpty();
        waitsHoweverSlowTheMachineIs("restricted-waiters");
        for (String permit : permits) {
            got(here.release(LIMITS, permit, Release.UNUSED));
        }

        assertThat(permits(here, true)).hasSize(1);
        assertThat(permits(here, false)).hasSize(4);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = "takes a second; -Plong runs it")
    void aJvmThatAsksNoMoreHoldsNoOtherUp() throws Exception {
        PacingStore here = store();
        PacingStore dead = store();
        settle(here);
        List<String> permits = permits(here, false);
        assertThat(permits(dead, false)).isEmpty();
        for (String permit : permits) {
            got(here.release(LIMITS, permit, Release.UNUSED));
        }

        List<String> all = new ArrayList<>();
        await().atMost(PatientWaits.LONGEST).until(() -> all.addAll(permits(here, false)) && all.size() == 5);
    }

    /** Acquires all permits that the store gives now. */
    private static List<String> permits(PacingStore store, boolean restricted) throws Exception {
        List<String> permits = new ArrayList<>();
        for (Turn turn = got(store.acquire(LIMITS, restricted));
                turn.permit() != null;
                turn = got(store.acquire(LIMITS, restricted))) {
            permits.add(turn.permit());
        }
        return permits;
    }

    /** Otherwise a JVM that does not ask for a second counts as dead. */
    private void waitsHoweverSlowTheMachineIs(String waiters) throws Exception {
        String waiter = sent(Command.ZRANGE, key(waiters), "0", "-1").get(0).toString();
        sent(Command.ZADD, key(waiters), "XX", "+inf", waiter);
    }

    private String key(String name) {
        return "cliq:{" + user + "}:" + name;
    }

    /** With a time that stands still: the random sequences of the file store, and the same answers. */
    @Test
    void redisAndMemoryAgree() throws Exception {
        ScheduledTiming timing = new ScheduledTiming(null);
        for (int round = 0; round < 10; round++) {
            Random random = new Random(round);
            PacingStore shared = store(user + round, "cliq", LEASE);
            MemoryStore memory = new MemoryStore(timing);
            settle(shared);
            List<List<String>> permits = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                String at = "round " + round + ", step " + step;
                int action = random.nextInt(20);
                if (action < 10) {
                    boolean restricted = random.nextBoolean();
                    Turn expected = got(memory.acquire(LIMITS, restricted));
                    Turn turn = got(shared.acquire(LIMITS, restricted));
                    assertThat(turn.permit() == null).as(at).isEqualTo(expected.permit() == null);
                    assertThat(turn.isProbe()).as(at).isEqualTo(expected.isProbe());
                    if (turn.permit() != null) {
                        permits.add(List.of(expected.permit(), turn.permit()));
                    }
                } else if (action < 19 && !permits.isEmpty()) {
                    List<String> permit = permits.remove(random.nextInt(permits.size()));
                    Release release = Release.values()[random.nextInt(3)];
                    assertThat(got(shared.release(LIMITS, permit.get(1), release)))
                            .as(at)
                            .isEqualTo(got(memory.release(LIMITS, permit.get(0), release)));
                } else if (action == 19) {
                    got(shared.lock(LIMITS, Duration.ZERO));
                    got(memory.lock(LIMITS, Duration.ZERO));
                }
                assertThat(shape(got(shared.counts(LIMITS)))).as(at).isEqualTo(shape(got(memory.counts(LIMITS))));
            }
        }
    }

    /** Counts without their times. */
    private static List<Object> shape(Counts counts) {
        return Stream.of(counts.posts(), counts.restricted())
                .<Object>map(count ->
                        List.of(count.limit(), count.inFlight(), count.returns().size()))
                .toList();
    }

    @Test
    void aPermitComesBackOneWindowAfterItsRelease() throws Exception {
        PacingStore store = store();
        settle(store, SHORT);
        for (int post = 0; post < 10; post++) {
            got(store.release(SHORT, awaitPermit(store).permit(), Release.AFTER_WINDOW));
        }
    }

    @Test
    void aPermitThatIsNeverReleasedComesBackAfterLeaseAndWindow() throws Exception {
        PacingStore dead = store();
        PacingStore other = store();
        settle(other);
        String lost = got(dead.acquire(LIMITS, false)).permit();
        assertThat(got(other.counts(LIMITS)).posts().inFlight()).isOne();

        comesBackEarlier(lost, LEASE);

        assertThat(got(other.counts(LIMITS)).posts().inFlight()).isZero();
        assertThat(got(other.counts(LIMITS)).posts().returns()).hasSize(1);

        comesBackEarlier(lost, LIMITS.window());

        assertThat(got(other.counts(LIMITS)).posts().returns()).isEmpty();
    }

    /** As if so much time had passed for the permit. */
    private void comesBackEarlier(String permit, Duration time) throws Exception {
        sent(Command.ZINCRBY, "cliq:{" + user + "}:posts", "-" + time.toMillis(), permit);
    }

    @Test
    void oneProbeOfTheFleetGoesOutAfterALock() throws Exception {
        PacingStore here = store();
        PacingStore there = store();
        settle(here, SHORT);
        got(here.lock(SHORT, Duration.ofHours(1)));
        assertThat(got(there.acquire(SHORT, false)).permit()).isNull();
        // the hour is over
        sent(Command.HSET, key("state"), "lockedUntil", "0");

        Turn probe = awaitPermit(there);
        assertThat(probe.isProbe()).isTrue();
        assertThat(got(here.acquire(SHORT, false)).permit()).isNull();
        assertThat(got(there.acquire(SHORT, false)).permit()).isNull();

        got(there.release(SHORT, probe.permit(), Release.LOCK_IS_OVER));
        Turn next = awaitPermit(here);
        assertThat(next.isProbe()).isFalse();
    }

    @Test
    void anEmptyRedisIsAWindowOfUnknownPosts() throws Exception {
        PacingStore store = store();
        settle(store);
        assertThat(got(store.acquire(LIMITS, false)).permit()).isNotNull();
        sent(Command.FLUSHALL);

        Turn turn = got(store.acquire(LIMITS, false));

        assertThat(turn.permit()).isNull();
        assertThat(turn.lock().isUnproven()).isTrue();
        assertThat(turn.lock().left()).isGreaterThan(Duration.ofMinutes(59));
    }

    /** With its data: posts of the time since it was written are missing. */
    @Test
    void aRedisThatIsAnotherServerIsAWindowOfUnknownPosts() throws Exception {
        PacingStore store = store();
        settle(store);
        sent(Command.HSET, key("state"), "run", "of-another-server");

        assertThat(got(store.acquire(LIMITS, false)).lock().left()).isGreaterThan(Duration.ofMinutes(59));
    }

    @Test
    void aRedisThatMayDropCountsIsWarnedAbout() throws Exception {
        sent(Command.CONFIG, "SET", "maxmemory-policy", "allkeys-lru");
        try (CapturedLog log = new CapturedLog("", Level.DEBUG)) {
            PacingStore store = store();
            got(store.counts(LIMITS));
            await().until(() -> log.lines().stream().anyMatch(line -> line.contains("allkeys-lru")));
        } finally {
            sent(Command.CONFIG, "SET", "maxmemory-policy", "noeviction");
        }
    }

    @Test
    void prefixesShareNothing() throws Exception {
        PacingStore store = store();
        settle(store);
        got(store.acquire(LIMITS, false));
        PacingStore other = store(user, "staging", LEASE);

        assertThat(got(other.counts(LIMITS)).posts().inFlight()).isZero();
    }

    @Test
    void keysShareAHashTagAndExpire() throws Exception {
        PacingStore store = store();
        settle(store);
        got(store.acquire(LIMITS, true));
        permits(store, false);

        List<String> keys =
                sent(Command.KEYS, key("*")).stream().map(Response::toString).toList();

        assertThat(keys)
                .hasSizeGreaterThan(3)
                .allSatisfy(key -> assertThat(sent(Command.PTTL, key).toLong()).isPositive());
    }

    @Test
    void aRedisWithoutMemoryCountsStill() throws Exception {
        PacingStore store = store();
        settle(store);
        sent(Command.CONFIG, "SET", "maxmemory", "1");
        try {
            for (int post = 0; post < LIMITS.posts(); post++) {
                Turn turn = got(store.acquire(LIMITS, false));
                assertThat(turn.permit()).isNotNull();
                got(store.release(LIMITS, turn.permit(), Release.AFTER_WINDOW));
            }
            assertThat(got(store.acquire(LIMITS, false)).permit()).isNull();
        } finally {
            sent(Command.CONFIG, "SET", "maxmemory", "0");
        }
    }

    @Test
    void aWrongPasswordFailsAndIsNotTold() throws Exception {
        sent(Command.CONFIG, "SET", "requirepass", "r@ght");
        String host = "@127.0.0.1:" + redis.port();
        try (CapturedLog log = new CapturedLog("", Level.DEBUG)) {
            PacingStore wrong = store("redis://:wrong-secret" + host, user, "cliq", LEASE);
            assertThatThrownBy(() -> got(wrong.counts(LIMITS)))
                    .hasMessageContaining("WRONGPASS")
                    .satisfies(failure -> assertThat(failure.toString()).doesNotContain("wrong-secret"));
            assertThat(log.lines()).noneMatch(line -> line.contains("wrong-secret"));
            assertThat(got(store("redis://:r%40ght" + host, user, "cliq", LEASE).counts(LIMITS)))
                    .isNotNull();
        } finally {
            Redis admitted = Redis.createClient(vertx, "redis://:r%40ght" + host);
            got(admitted.send(Request.cmd(Command.CONFIG, "SET", "requirepass", "")));
            admitted.close();
        }
    }

    @Test
    void aWrongUrlIsNotTold() {
        for (String url :
                List.of("redis://:wrong secret@host:1", "redis://:wrong^secret@host", "redis://wrong_secret")) {
            assertThatThrownBy(() -> new RedisStoreFactory().connect(url, new User("cliq", user, LEASE), loop))
                    .isInstanceOf(IllegalArgumentException.class)
                    .satisfies(failure ->
                            assertThat(failure.toString() + failure.getCause()).doesNotContain("wrong"));
        }
    }

    private PacingStore store() {
        return store(user, "cliq", LEASE);
    }

    private PacingStore store(String key, String prefix, Duration lease) {
        return store(redis.url(), key, prefix, lease);
    }

    private PacingStore store(String url, String key, String prefix, Duration lease) {
        PacingStore store = new RedisStoreFactory().connect(url, new User(prefix, key, lease), loop);
        open.add(store);
        return store;
    }

    private static void settle(PacingStore store) throws Exception {
        settle(store, new PacingLimits(LIMITS.posts(), LIMITS.restricted(), Duration.ofMillis(1)));
    }

    /** Waits until the new user is known, and no post counts. */
    private static void settle(PacingStore store, PacingLimits limits) throws Exception {
        Turn probe = awaitPermit(store, limits);
        assertThat(probe.isProbe()).isTrue();
        got(store.release(limits, probe.permit(), Release.LOCK_IS_OVER));
        await().until(() -> got(store.counts(limits)).posts().returns().isEmpty());
    }

    private static Turn awaitPermit(PacingStore store) throws Exception {
        return awaitPermit(store, SHORT);
    }

    private static Turn awaitPermit(PacingStore store, PacingLimits limits) throws Exception {
        return await().until(() -> got(store.acquire(limits, false)), turn -> turn.permit() != null);
    }

    private static Response sent(Command command, String... arguments) throws Exception {
        Request request = Request.cmd(command);
        Stream.of(arguments).forEach(request::arg);
        return got(client.send(request));
    }

    private static <T> T got(Future<T> answer) throws Exception {
        return answer.toCompletionStage().toCompletableFuture().get(PatientWaits.SECONDS, TimeUnit.SECONDS);
    }
}
