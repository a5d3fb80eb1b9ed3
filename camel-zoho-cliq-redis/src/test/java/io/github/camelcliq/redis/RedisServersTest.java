package io.github.camelcliq.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.internal.client.SharedTokens;
import io.github.camelcliq.internal.client.TokenResponse;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PacingStore;
import io.github.camelcliq.internal.pacing.PacingStore.Release;
import io.github.camelcliq.internal.pacing.PacingStore.Turn;
import io.github.camelcliq.internal.store.SharedStoreFactory.User;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.RedisRole;
import io.vertx.redis.client.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The Redis behind TLS, found by a sentinel, and as a cluster: permits and the token are shared there too. */
@EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = "starts many servers; -Plong runs it")
class RedisServersTest {

    private static final PacingLimits LIMITS = new PacingLimits(5, 2, Duration.ofMillis(300));
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final String PASSWORD = "redis-of-the-test";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx, () -> {});

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        got(vertx.close());
        for (AutoCloseable server : open) {
            server.close();
        }
    }

    @Test
    void byTls() throws Exception {
        int port = LocalRedis.freePort();
        makeCertificate();
        closing(LocalRedis.running(
                "--tls-port",
                String.valueOf(port),
                "--tls-cert-file",
                folder.resolve("cert.pem").toString(),
                "--tls-key-file",
                folder.resolve("key.pem").toString(),
                "--tls-auth-clients",
                "no"));
        String url = "rediss://localhost:" + port;

        shares(trusting(url));
        assertThatThrownBy(() ->
                        got(connect(trusting("rediss://127.0.0.1:" + port)).counts(LIMITS)))
                .as("a certificate of another host")
                .hasMessageContaining("subject alternative names");
        assertThatThrownBy(() -> got(connect(url).counts(LIMITS)))
                .as("a certificate that the JVM does not trust")
                .hasMessageContaining("certification path");
    }

    private RedisOptions trusting(String url) {
        return new RedisOptions()
                .setConnectionString(url)
                .setNetClientOptions(new NetClientOptions()
                        .setHostnameVerificationAlgorithm("HTTPS")
                        .setTrustOptions(new PemTrustOptions()
                                .addCertPath(folder.resolve("cert.pem").toString())));
    }

    private void makeCertificate() throws Exception {
        Path keys = folder.resolve("keys.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(made).isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        String alias = store.aliases().nextElement();
        Key key = store.getKey(alias, PASSWORD.toCharArray());
        writePem("key.pem", "PRIVATE KEY", key.getEncoded());
        writePem("cert.pem", "CERTIFICATE", store.getCertificate(alias).getEncoded());
    }

    private void writePem(String file, String what, byte[] content) throws Exception {
        String text = Base64.getMimeEncoder().encodeToString(content);
        Files.writeString(
                folder.resolve(file), "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text));
    }

    @Test
    void bySentinel() throws Exception {
        LocalRedis redis = closing(LocalRedis.running());
        Path settings = Files.writeString(
                folder.resolve("sentinel.conf"), "sentinel monitor fleet 127.0.0.1 " + redis.port() + " 1\n");
        LocalRedis sentinel = closing(LocalRedis.runningWith(settings.toString(), "--sentinel"));

        shares(new RedisOptions()
                .setType(RedisClientType.SENTINEL)
                .addConnectionString(sentinel.url())
                .setMasterName("fleet")
                .setRole(RedisRole.MASTER));
    }

    @Test
    void asACluster() throws Exception {
        LocalRedis node = closing(LocalRedis.running(
                "--cluster-enabled",
                "yes",
                "--cluster-config-file",
                folder.resolve("nodes.conf").toString()));
        Redis client = Redis.createClient(vertx, node.url());
        Request slots = Request.cmd(Command.CLUSTER).arg("ADDSLOTS");
        IntStream.range(0, 16384).forEach(slots::arg);
        got(client.send(slots));
        await().atMost(LONGEST)
                .until(() -> got(client.send(Request.cmd(Command.CLUSTER).arg("INFO")))
                        .toString()
                        .contains("cluster_state:ok"));

        shares(new RedisOptions().setType(RedisClientType.CLUSTER).addConnectionString(node.url()));
    }

    /** Two JVMs take the permits of one limit, and one token. */
    private void shares(RedisOptions server) throws Exception {
        PacingStore here = connect(server);
        PacingStore there = connect(new RedisOptions(server));
        Turn probe =
                await().atMost(LONGEST).until(() -> got(here.acquire(LIMITS, true)), turn -> turn.permit() != null);
        got(here.renew(LIMITS, probe.permit()));
        got(here.release(LIMITS, probe.permit(), Release.LOCK_IS_OVER));
        PacingLimits lasting = new PacingLimits(LIMITS.posts(), LIMITS.restricted(), Duration.ofHours(1));
        int permits = 0;
        for (int post = 0; post < LIMITS.posts(); post++) {
            permits += got(here.acquire(lasting, false)).permit() == null ? 0 : 1;
            permits += got(there.acquire(lasting, false)).permit() == null ? 0 : 1;
        }
        assertThat(permits).isBetween(LIMITS.posts() - 1, LIMITS.posts());

        SharedTokens first = tokens(server);
        SharedTokens second = tokens(new RedisOptions(server));
        TokenResponse given = new TokenResponse("a-token", Duration.ofHours(1), null);
        got(first.next(() -> Future.succeededFuture(given)));
        assertThat(got(second.next(() -> Future.failedFuture("asked twice"))).accessToken())
                .isEqualTo("a-token");
    }

    private PacingStore connect(Object server) {
        return new RedisStoreFactory().connect(server, new User("cliq", "user", Duration.ofMinutes(1)), loop);
    }

    private SharedTokens tokens(RedisOptions server) {
        return new RedisStoreFactory()
                .shareTokens(server, new User("cliq", "user", Duration.ofMinutes(1)), "a-secret", loop);
    }

    private <T extends AutoCloseable> T closing(T server) {
        open.add(server);
        return server;
    }

    private static <T> T got(Future<T> answer) throws Exception {
        return answer.toCompletionStage().toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }
}
