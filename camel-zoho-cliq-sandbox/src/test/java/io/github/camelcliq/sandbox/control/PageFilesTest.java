package io.github.camelcliq.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.Caller;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/io/github/camelcliq/sandbox/control/page");
    private static final Pattern IMPORT = Pattern.compile("from '(\\.[^']+)'|(?:src|href)=\"/page/([^\"]+)\"");

    private static Sandbox sandbox;
    private static Caller caller;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().start();
        caller = new Caller(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/,                     text/html;charset=UTF-8",
        "/page/main.js,         text/javascript;charset=UTF-8",
        "/page/message/card.js, text/javascript;charset=UTF-8",
        "/page/style/base.css,  text/css;charset=UTF-8",
        "/page/icon.svg,        image/svg+xml"
    })
    void aFileIsServedWithItsTypeAndThePolicy(String path, String type) {
        HttpResponse<String> answer = caller.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: http: data:;"
                        + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    @Test
    void aFileThatTheBrowserHasIsNotSentAgain() {
        String tag = caller.get("/page/main.js").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = caller.send(
                caller.to("/page/main.js").header("If-None-Match", tag).GET());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(caller.get("/page/store.js").headers().firstValue("ETag").orElseThrow())
                .as("of another file")
                .isNotEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page",
                "/page/",
                "/page/none.js",
                "/page/style",
                "/page/style/",
                "/page/style/base.js",
                "/page/../message.schema.json",
                "/page/..%2fmessage.schema.json",
                "/page/%2e%2e/message.schema.json",
                "/page/style/../../message.schema.json",
                "/page/style/..%5c..%5cSandbox.class",
                "/page//etc/passwd",
                "/page/main.js%00.css",
                "/page/main.js/",
                "/page/MAIN.JS"
            })
    void nothingElseIsReached(String path) throws Exception {
        String answer = caller.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").endsWith("{\"message\":\"No such resource.\"}");
    }

    @Test
    void otherMethodsAreRefused() {
        HttpResponse<String> answer = caller.send(caller.to("/page/main.js").method("PUT", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatAFileNeedsIsThere(Path file) throws IOException {
        List<String> needed = IMPORT.matcher(Files.readString(file))
                .results()
                .map(found -> resolved(file, found.group(1), found.group(2)))
                .toList();

        assertThat(needed)
                .allSatisfy(path ->
                        assertThat(caller.get(path).statusCode()).as(path).isEqualTo(200));
    }

    /** What would make a text HTML, or a script of a text. */
    @ParameterizedTest
    @MethodSource("files")
    void noFileMakesHtmlOfText(Path file) throws IOException {
        Matcher forbidden = Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser"
                        + "|\\beval\\(|new Function|setHTML|srcdoc|createContextualFragment|javascript:|\\bon[a-z]+=\"")
                .matcher(Files.readString(file));

        assertThat(forbidden.results().map(found -> found.group())).isEmpty();
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String resolved(Path file, String relative, String absolute) {
        return absolute != null
                ? "/page/" + absolute
                : "/page/" + FOLDER.relativize(file.resolveSibling(relative).normalize());
    }
}
