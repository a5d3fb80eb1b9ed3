package io.github.camelcliq.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A post through the component allocates little more than the HTTP client alone does for the same bytes.
 *
 * <p>The posts are made in a JVM of their own, which compiles with its first compiler only: so the figures settle
 * within a thousand messages, and depend on nothing else that the machine does. The second compiler, which needs fifty
 * times as many, takes away as much on either side: above the reference it was found to differ by less than 100 bytes.
 */
class AllocationTest {

    private static final Map<Figure, Long> BYTES = new EnumMap<>(Figure.class);

    @BeforeAll
    static void measure() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            BYTES.putAll(measured(run(acceptingServer(vertx))));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
        System.out.println(BYTES.entrySet().stream()
                .map(bytes -> "%-34s %,6d bytes".formatted(bytes.getKey().label(), bytes.getValue()))
                .collect(Collectors.joining("\n")));
    }

    /** @return its port */
    private static int acceptingServer(Vertx vertx) throws Exception {
        HttpServer server = vertx.createHttpServer().requestHandler(AllocationTest::accept);
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    private static void accept(HttpServerRequest request) {
        request.endHandler(read -> request.response().setStatusCode(204).end());
    }

    /** @return what it printed */
    private static List<String> run(int port) throws Exception {
        Process posting = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PostingJvm.class.getName(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader printed = posting.inputReader()) {
            List<String> lines = printed.lines().toList();
            assertThat(posting.waitFor()).as(String.join("\n", lines)).isZero();
            return lines;
        }
    }

    private static Map<Figure, Long> measured(List<String> lines) {
        return Arrays.stream(Figure.values())
                .collect(Collectors.toMap(figure -> figure, figure -> bytes(figure, lines)));
    }

    private static long bytes(Figure figure, List<String> lines) {
        String start = figure + " ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .mapToLong(line -> Long.parseLong(line.substring(start.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure for " + figure + " in\n" + String.join("\n", lines)));
    }

    @ParameterizedTest
    @EnumSource
    void noFigureIsBeyondItsMost(Figure figure) {
        assertThat(BYTES.get(figure)).as("bytes of " + figure.label()).isLessThanOrEqualTo(figure.most());
    }

    @Test
    void theMessageIsAsLongAsTheFiguresSay() {
        assertThat(BudgetMessage.json().length).isEqualTo(650);
    }
}
