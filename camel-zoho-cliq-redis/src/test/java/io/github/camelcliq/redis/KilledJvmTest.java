package io.github.camelcliq.redis;

import static io.github.camelcliq.redis.FleetMember.LONGEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A JVM posts as much as Cliq allows, is killed, and another one posts as much within the same window. */
@EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = "takes many windows; -Plong runs it")
class KilledJvmTest {

    private static final int POSTS = Limits.OF_CLIQ.posts();
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final List<Process> open = new ArrayList<>();

    @AfterEach
    void killAll() {
        open.forEach(jvm -> jvm.destroyForcibly().onExit().join());
    }

    @Test
    void theNextProcessKnowsThePostsByTheFile(@TempDir Path folder) throws Exception {
        isKilledAndFollowed("file:" + folder);
    }

    @Test
    void anotherJvmKnowsThePostsByRedis() throws Exception {
        try (LocalRedis redis = LocalRedis.running()) {
            isKilledAndFollowed(redis.url());
        }
    }

    private void isKilledAndFollowed(String store) throws Exception {
        Limits limits = new Limits(POSTS, POSTS, WINDOW, WINDOW.multipliedBy(10));
        try (Sandbox cliq = Sandbox.builder().limits(limits).start()) {
            Process first = jvm(cliq);
            Process second = jvm(cliq);
            // they have loaded their classes, so that they post at once
            awaitReady(first);
            awaitReady(second);
            say(first, store, "CT_1");
            await().atMost(LONGEST).until(() -> cliq.messages("CT_1").size() == POSTS);
            first.destroyForcibly().onExit().join();

            say(second, store, "CT_2");

            await().atMost(LONGEST).until(() -> cliq.messages("CT_2").size() == POSTS);
            assertThat(cliq.budget().throttled()).as("throttles").isZero();
            assertThat(cliq.requests()).as("with those to load classes").hasSize(2 * POSTS + 2);
        }
    }

    private Process jvm(Sandbox cliq) throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledJvmTest.class.getName(),
                        cliq.baseUrl())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        open.add(jvm);
        return jvm;
    }

    private static void awaitReady(Process jvm) throws IOException {
        assertThat(jvm.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
    }

    private static void say(Process jvm, String... words) throws IOException {
        jvm.getOutputStream().write((String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8));
        jvm.getOutputStream().flush();
    }

    /** Takes the URL of Cliq. Reads the store and the chat, and then posts until it is killed. */
    public static void main(String[] arguments) throws Exception {
        String cliq = arguments[0];
        try (FleetMember other =
                new FleetMember(cliq, WINDOW, "memory", account -> account.setAccessToken("another-user"))) {
            other.post("CT_0", 1).get(0).join();
        }
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String[] words = in.readLine().split(" ");
        FleetMember member = new FleetMember(cliq, WINDOW, words[0], account -> {
            account.setPostsPerWindow(POSTS);
            account.setRestrictedPostsPerWindow(POSTS);
            account.setTotalTimeout(Duration.ofSeconds(5));
        });
        member.post(words[1], POSTS);
        in.readLine();
    }
}
