package io.github.camelcliq.redis;

import static io.github.camelcliq.redis.FleetMember.LIMIT;
import static io.github.camelcliq.redis.FleetMember.LONGEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.CapturedLog;
import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.client.StoreFailure;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.sandbox.Sandbox;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several Camel contexts post as one user to one Cliq, as a fleet of JVMs does, and Cliq throttles none. */
class FleetTest {

    private static final String WHY_LONG = "takes many windows; -Plong runs it";
    private static final Duration WINDOW = Duration.ofMillis(500);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Sandbox cliq = closing(FleetMember.cliq(WINDOW));
    private final LocalRedis redis = closing(LocalRedis.running());

    @AfterEach
    void close() throws Exception {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.get(last).close();
        }
    }

    @Test
    void twoJvmsHaveTheirShare() {
        everyJvmHasItsShare(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = WHY_LONG)
    void manyJvmsHaveTheirShare(int jvms) {
        everyJvmHasItsShare(jvms);
    }

    private void everyJvmHasItsShare(int jvms) {
        List<FleetMember> fleet = new ArrayList<>();
        for (int jvm = 0; jvm < jvms; jvm++) {
            // by the URL, and by a bean
            Object store = jvm == 0 ? redis.url() : new RedisOptions().setConnectionString(redis.url());
            fleet.add(closing(new FleetMember(
                    cliq.baseUrl(),
                    WINDOW,
                    store,
                    account -> {},
                    Duration.ofMinutes(10).multipliedBy(jvm))));
        }
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        for (int jvm = 0; jvm < jvms; jvm++) {
            posts.addAll(fleet.get(jvm).post("CT_" + jvm + "?ordered=false", 5 * LIMIT / jvms));
        }
        // while each JVM still has posts that wait
        await().atMost(LONGEST).until(() -> cliq.messages().size() >= 3 * LIMIT);
        List<Integer> shares = IntStream.range(0, jvms)
                .map(jvm -> cliq.messages("CT_" + jvm).size())
                .boxed()
                .toList();

        assertThat(shares).as("posts of each JVM").allMatch(share -> share > 3 * LIMIT / jvms / 2);
        assertDelivered(posts);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = WHY_LONG)
    void aRedisComesBackEmpty() throws Exception {
        List<CompletableFuture<Exchange>> posts = twoJvmsPost(account -> {});

        redis.kill();
        redis.start();

        assertDelivered(posts);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = WHY_LONG)
    void aRedisIsStoppedForAWhile() throws Exception {
        List<CompletableFuture<Exchange>> posts = twoJvmsPost(account -> {});

        try (CapturedLog log = new CapturedLog(PostPacer.class.getName(), Level.WARN)) {
            redis.kill();
            awaitFailureInEachJvm(log);
        }
        redis.start();

        assertDelivered(posts);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = WHY_LONG)
    void aRedisIsCutOffWithoutAReset() throws Exception {
        List<CompletableFuture<Exchange>> posts = twoJvmsPost(account -> {});

        try (CapturedLog log = new CapturedLog(PostPacer.class.getName(), Level.WARN)) {
            redis.freeze();
            awaitFailureInEachJvm(log);
        }
        redis.thaw();

        assertDelivered(posts);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = WHY_LONG)
    void aRedisStopsForGoodAndEachJvmGoesOnWithItsShare() {
        List<CompletableFuture<Exchange>> posts = twoJvmsPost(account -> {
            account.setStoreFailure(StoreFailure.SHARE);
            account.setFleetSize(2);
        });

        redis.kill();

        assertDelivered(posts);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = WHY_LONG)
    void aRedisComesBackAfterEachJvmWentOnWithItsShare() throws Exception {
        List<CompletableFuture<Exchange>> posts = twoJvmsPost(account -> {
            account.setStoreFailure(StoreFailure.SHARE);
            account.setFleetSize(2);
        });

        redis.freeze();
        int before = cliq.messages().size();
        await().atMost(LONGEST).until(() -> cliq.messages().size() > before + LIMIT / 2);
        redis.thaw();

        assertDelivered(posts);
    }

    @Test
    void aStoreWithoutRedisHoldsPostsAndAStartNeedsNone() {
        redis.kill();
        List<CompletableFuture<Exchange>> posts = jvm(account -> {}).post("CT_1?maximumWait=1000", 1);

        assertThat(posts.get(0))
                .succeedsWithin(LONGEST)
                .satisfies(exchange ->
                        assertThat(exchange.getException()).hasMessageContaining("the store of the permits fails"));
        assertThat(cliq.requests()).isEmpty();
    }

    @Test
    void twoJvmsShareOneTokenAndOneRefresh() throws Exception {
        List<FleetMember> fleet = List.of(jvm(FleetTest::refreshToken), jvm(FleetTest::refreshToken));
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        fleet.forEach(jvm -> posts.addAll(jvm.post("CT_1", 2)));
        assertDelivered(posts);
        assertThat(cliq.tokenRequests()).hasSize(1);

        cliq.expireTokens();
        fleet.forEach(jvm -> posts.addAll(jvm.post("CT_1", 2)));

        assertDelivered(posts);
        assertThat(cliq.tokenRequests()).hasSize(2);
    }

    private static void refreshToken(CliqAccount account) {
        account.setAccessToken(null);
        account.setRefreshToken(Sandbox.DEFAULT_REFRESH_TOKEN);
        account.setClientId(Sandbox.DEFAULT_CLIENT_ID);
        account.setClientSecret(Sandbox.DEFAULT_CLIENT_SECRET);
    }

    /** Two JVMs have four windows of posts; returns when they have begun. */
    private List<CompletableFuture<Exchange>> twoJvmsPost(Consumer<CliqAccount> options) {
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        for (int jvm = 0; jvm < 2; jvm++) {
            posts.addAll(jvm(options).post("CT_" + jvm, 2 * LIMIT));
        }
        await().atMost(LONGEST).until(() -> cliq.messages().size() >= LIMIT / 2);
        return posts;
    }

    /** A pacer warns of a store that fails, and then not again for a minute. */
    private static void awaitFailureInEachJvm(CapturedLog log) {
        await().atMost(LONGEST).until(() -> log.lines().size() >= 2);
    }

    private void assertDelivered(List<CompletableFuture<Exchange>> posts) {
        assertThat(posts)
                .allSatisfy(post -> assertThat(post)
                        .succeedsWithin(LONGEST)
                        .extracting(Exchange::getException)
                        .isNull());
        assertThat(cliq.budget().throttled()).as("throttles").isZero();
        assertThat(cliq.budget().locks()).as("locks").isZero();
        assertThat(cliq.messages()).hasSize(posts.size());
    }

    private FleetMember jvm(Consumer<CliqAccount> options) {
        return closing(new FleetMember(cliq.baseUrl(), WINDOW, redis.url(), options));
    }

    private <T extends AutoCloseable> T closing(T resource) {
        open.add(resource);
        return resource;
    }
}
