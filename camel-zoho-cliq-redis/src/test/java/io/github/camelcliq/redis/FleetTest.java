package io.github.camelcliq.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several Camel contexts that post as one user to one Cliq, as a fleet of JVMs does. */
class FleetTest {

    private static final int LIMIT = 20;
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static LocalRedis redis;

    private final Sandbox sandbox = Sandbox.builder()
            .limits(new Limits(LIMIT, LIMIT, WINDOW, WINDOW.multipliedBy(10)))
            .start();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(sandbox));

    @BeforeAll
    static void startRedis() {
        redis = LocalRedis.running();
    }

    @AfterAll
    static void stopRedis() {
        if (redis != null) {
            redis.close();
        }
    }

    @AfterEach
    void close() throws Exception {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.get(last).close();
        }
    }

    @Test
    void twoJvmsAreNotThrottledAndEachHasItsShare() throws Exception {
        share(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = "-Plong runs it")
    void moreJvmsAreNotThrottledAndEachHasItsShare(int jvms) throws Exception {
        share(jvms);
    }

    private void share(int jvms) throws Exception {
        List<CamelContext> fleet = new ArrayList<>();
        for (int jvm = 0; jvm < jvms; jvm++) {
            fleet.add(jvm(redis.url(), "fleet-of-" + jvms));
        }
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        for (int jvm = 0; jvm < jvms; jvm++) {
            posts.addAll(post(fleet.get(jvm), "chat/CT_" + jvm, 5 * LIMIT / jvms));
        }
        // all have a share while each still has posts that wait
        await().atMost(LONGEST).until(() -> sandbox.messages().size() >= 3 * LIMIT);
        List<Integer> shares = IntStream.range(0, jvms)
                .map(jvm -> sandbox.messages("CT_" + jvm).size())
                .boxed()
                .toList();

        assertThat(shares).as("posts of each JVM").doesNotContain(0);
        assertDelivered(posts);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = "-Plong runs it")
    void aRedisThatComesBackEmptyCausesNoThrottle() throws Exception {
        LocalRedis own = closing(LocalRedis.running());
        List<CamelContext> fleet = List.of(jvm(own.url(), "restart"), jvm(own.url(), "restart"));
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        fleet.forEach(jvm -> posts.addAll(post(jvm, "chat/CT_1", 2 * LIMIT)));
        await().atMost(LONGEST).until(() -> sandbox.messages().size() >= LIMIT / 2);

        own.kill();
        own.start();

        assertDelivered(posts);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = "-Plong runs it")
    void aRedisThatIsSilentForAWhileCausesNoThrottle() throws Exception {
        LocalRedis own = closing(LocalRedis.running());
        List<CamelContext> fleet = List.of(jvm(own.url(), "silent"), jvm(own.url(), "silent"));
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        fleet.forEach(jvm -> posts.addAll(post(jvm, "chat/CT_1", LIMIT)));
        await().atMost(LONGEST).until(() -> sandbox.messages().size() >= LIMIT / 2);

        own.freeze();
        // longer than a call may take
        TimeUnit.MILLISECONDS.sleep(RedisStore.MAX_WAIT.toMillis() + 500);
        own.thaw();

        assertDelivered(posts);
    }

    private void assertDelivered(List<CompletableFuture<Exchange>> posts) {
        CompletableFuture<Void> all = CompletableFuture.allOf(posts.toArray(CompletableFuture[]::new));
        assertThat(all).succeedsWithin(LONGEST);
        assertThat(posts)
                .allSatisfy(post -> assertThat(post.join().getException()).isNull());
        assertThat(sandbox.budget().throttled()).as("throttles").isZero();
        assertThat(sandbox.messages()).hasSize(posts.size());
    }

    private List<CompletableFuture<Exchange>> post(CamelContext jvm, String target, int posts) {
        ProducerTemplate template = jvm.createProducerTemplate();
        return IntStream.range(0, posts)
                .mapToObj(post -> template.asyncSend(
                        "cliq:" + target, exchange -> exchange.getMessage().setBody("message " + post)))
                .toList();
    }

    private CamelContext jvm(String url, String user) throws Exception {
        DefaultCamelContext context = closing(new DefaultCamelContext());
        context.getExecutorServiceManager().getDefaultThreadPoolProfile().setMaxPoolSize(200);
        context.getExecutorServiceManager().getDefaultThreadPoolProfile().setPoolSize(200);
        CliqComponent component = context.getComponent("cliq", CliqComponent.class);
        component.getConfiguration().setMaximumWait(LONGEST.toMillis());
        CliqAccount account = component.getDefaultAccount();
        account.setBaseUrl(sandbox.baseUrl());
        account.setAccountsUrl(sandbox.baseUrl());
        account.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        account.setPostsPerWindow(LIMIT);
        account.setRestrictedPostsPerWindow(LIMIT);
        account.setPacingWindow(WINDOW);
        account.setTotalTimeout(Duration.ofSeconds(10));
        account.setPacingStore(url);
        account.setBudgetKey(user);
        context.start();
        return context;
    }

    private <T extends AutoCloseable> T closing(T resource) {
        open.add(resource);
        return resource;
    }
}
