package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every path refuses every method that is not its own, and says which are. */
class WrongMethodTest {

    private static final Set<String> METHODS = Set.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "post",
            "NONSENSE");

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    static Stream<Arguments> paths() {
        return allowed().entrySet().stream().map(path -> arguments(path.getKey(), path.getValue()));
    }

    @ParameterizedTest(name = "{0} has {1}")
    @MethodSource("paths")
    void isRefused(String path, Set<String> allowed) throws Exception {
        for (String method : METHODS) {
            if (!allowed.contains(method)) {
                refuses(method, path, "\r\nallow: " + String.join(", ", allowed).toLowerCase() + "\r\n");
            }
        }
    }

    private static void refuses(String method, String path, String allow) throws Exception {
        try (RawConnection connection = SANDBOX.connect()) {
            connection.write(RawConnection.head(method, path, "X-Secret: echo") + "Connection: close\r\n\r\n");
            // read to its end: some of these answers say a length and have no body
            String answer = connection.rest();

            assertThat(answer).as(method).startsWith("HTTP/1.1 405 ").doesNotContain("echo", "sandbox-token");
            assertThat(answer.toLowerCase()).contains(allow);
        }
    }

    @Test
    void thePathsAreThoseThatThereAre() {
        assertThat(allowed())
                .containsKeys("/", "/page/index.html", "/sandbox/messages", "/sandbox/faults", Caller.TOKENS)
                .hasSizeGreaterThan(20);
        assertThat(allowed().get("/sandbox/faults")).containsExactly("DELETE", "GET", "POST");
    }

    /** Every path that has methods of its own, and these. */
    private static Map<String, Set<String>> allowed() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (Route route : SANDBOX.sandbox().routes()) {
            if (route.getPath() != null
                    && route.methods() != null
                    && !route.methods().isEmpty()) {
                Set<String> methods = allowed.computeIfAbsent(example(route), first -> new TreeSet<>());
                route.methods().stream().map(HttpMethod::name).forEach(methods::add);
            }
        }
        return allowed;
    }

    private static String example(Route route) {
        String path = route.getPath().replaceAll(":[a-z]+", "x");
        return path.equals("/page/") ? "/page/index.html" : path;
    }
}
