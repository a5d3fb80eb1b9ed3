package io.github.camelcliq.sandbox.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The standalone jar, started as its users start it. Runs once the jar is built, in {@code mvn verify}. */
@EnabledIfSystemProperty(named = "standalone.jar", matches = ".+", disabledReason = "the jar is not built yet")
@Timeout(180)
class StandaloneJarTest {

    private static final Path JAR = Path.of(System.getProperty("standalone.jar", "none"));

    @Test
    void itTakesMessagesUntilItIsStopped() throws Exception {
        Process sandbox = start("--port", "0");
        try (BufferedReader out = sandbox.inputReader()) {
            String url = out.lines()
                    .filter(line -> line.contains("Base URL"))
                    .map(line -> line.replaceAll(".* ", ""))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("it did not start: " + read(sandbox.getErrorStream())));

            assertThat(post(url)).isEqualTo(200);

            sandbox.toHandle().destroy();
            assertThat(sandbox.waitFor(60, TimeUnit.SECONDS)).as("stopped").isTrue();
            assertThat(out.lines()).last().isEqualTo("Stop it with Ctrl+C.");
            assertThat(read(sandbox.getErrorStream())).isEmpty();
        } finally {
            sandbox.destroyForcibly();
        }
    }

    @Test
    void itKnowsItsVersion() throws Exception {
        Process version = start("--version");

        assertThat(read(version.getInputStream()).strip()).matches("camel-zoho-cliq-sandbox \\d+\\.\\d+.*");
        assertThat(version.waitFor()).isZero();
    }

    @Test
    void whatItCannotUseEndsItWithoutAStackTrace() throws Exception {
        Process refused = start("--port", "many");

        assertThat(read(refused.getErrorStream()).lines()).hasSize(2);
        assertThat(refused.waitFor()).isEqualTo(2);
    }

    @Test
    void itHoldsTheLicencesOfItsLibrariesAndNothingSigned() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();

            assertThat(names)
                    .contains("LICENSE", "META-INF/LICENSE", "META-INF/NOTICE")
                    .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA)"))
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.startsWith("org/junit/"));
            assertThat(read(jar.getInputStream(jar.getEntry("META-INF/NOTICE"))))
                    .contains("Jackson JSON processor");
        }
    }

    @Test
    void itNamesEachLibraryThatItHolds() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> libraries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches("META-INF/maven/.+/pom\\.properties"))
                    .filter(name -> !name.contains("io.github.camelcliq"))
                    .map(name -> name.split("/")[2] + ":" + name.split("/")[3])
                    .toList();

            assertThat(libraries).hasSizeGreaterThan(20);
            assertThat(read(jar.getInputStream(jar.getEntry("THIRD-PARTY.txt"))).split("\\s+"))
                    .contains(libraries.toArray(String[]::new));
        }
    }

    private static Process start(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder command = new ProcessBuilder(java, "-jar", JAR.toString());
        command.command().addAll(List.of(arguments));
        return command.start();
    }

    private static int post(String url) throws Exception {
        HttpRequest message = HttpRequest.newBuilder(URI.create(url + "/api/v2/chats/CT_1/messages"))
                .header("Authorization", "Bearer sandbox-token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"Hello\", \"sync_message\": true}"))
                .build();
        return HttpClient.newHttpClient().send(message, BodyHandlers.ofString()).statusCode();
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
