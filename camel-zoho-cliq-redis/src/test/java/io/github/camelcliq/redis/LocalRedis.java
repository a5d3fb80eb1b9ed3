package io.github.camelcliq.redis;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server of its own for a test. The system property {@code redis.server} names its program; without it, it is
 * the one that embedded-redis brings. Tests are skipped where neither runs.
 */
final class LocalRedis implements AutoCloseable {

    private final int port;
    private final List<String> options;

    /** A file with settings comes before all options. */
    private final List<String> settings;

    private Process server;

    private LocalRedis(int port, List<String> settings, String... options) {
        this.port = port;
        this.settings = settings;
        this.options = List.of(options);
    }

    /** Starts a server without persistence. */
    static LocalRedis running(String... options) {
        return running(List.of("--save", ""), options);
    }

    /** Starts a server with a file of settings. */
    static LocalRedis runningWith(String settings, String... options) {
        return running(List.of(settings), options);
    }

    private static LocalRedis running(List<String> settings, String... options) {
        try {
            LocalRedis redis = new LocalRedis(freePort(), settings, options);
            redis.start();
            return redis;
        } catch (IOException | RuntimeException e) {
            return abort("no Redis runs here: " + e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** Starts the server, on the same port as before. */
    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(program()));
        command.addAll(settings);
        command.addAll(List.of("--port", String.valueOf(port)));
        command.addAll(options);
        server = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader log = server.inputReader(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.add(line);
            // a sentinel says that it watches
            if (line.contains("eady to accept connections") || line.contains("+monitor")) {
                return;
            }
        }
        throw new IOException(String.join("\n", said));
    }

    private static String program() throws IOException {
        String named = System.getProperty("redis.server");
        File program = named != null
                ? new File(named)
                : ExecutableProvider.newJarResourceProvider().get();
        return program.getAbsolutePath();
    }

    /** Kills the server, which loses all it knows. */
    void kill() {
        server.destroyForcibly().onExit().join();
    }

    /** Lets the server answer no more, and accept connections still. */
    void freeze() throws Exception {
        signal("-STOP");
    }

    void thaw() throws Exception {
        signal("-CONT");
    }

    private void signal(String signal) throws Exception {
        new ProcessBuilder("kill", signal, String.valueOf(server.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        kill();
    }
}
