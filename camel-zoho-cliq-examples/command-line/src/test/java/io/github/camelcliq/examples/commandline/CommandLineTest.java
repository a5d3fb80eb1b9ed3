package io.github.camelcliq.examples.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the page of the command line do what it says. They run as printed, with the files of the page. Free
 * ports replace 8080 and 8090. The home directory belongs to the test, so that nothing is installed on the machine.
 */
class CommandLineTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path HOME = Path.of("target/home").toAbsolutePath();
    private static final Path LOCAL_REPOSITORY = HOME.resolve(".m2/repository");
    private static final String VERSION = "1.0.0-SNAPSHOT";

    private static final Pattern FILE = code("`([\\w.]+)`:\n\n```\\w+\n");
    private static final Pattern COMMAND = code("()```bash\n");

    private static final int PORT = freePort();
    private static ShellCommand localCliq;
    private static String baseUrl;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private String page;

    @BeforeAll
    static void startTheLocalCliq(@TempDir Path configuration) throws Exception {
        writeHome();
        Path file = Files.writeString(configuration.resolve("cliq.yaml"), """
                functions:
                  - { name: approve_q4_budget, executionUrl: "http://localhost:%d/cliq/functions" }
                """.formatted(PORT));
        localCliq = ShellCommand.start(
                HOME,
                configuration,
                "java -jar " + ROOT.resolve("camel-zoho-cliq-sandbox/target/camel-zoho-cliq-sandbox-") + VERSION
                        + "-standalone.jar --port=0 --config=" + file);
        baseUrl = localCliq.await("Base URL +(\\S+)");
    }

    @AfterAll
    static void stopTheLocalCliq() {
        localCliq.close();
    }

    @BeforeEach
    void readThePage() throws Exception {
        page = Files.readString(ROOT.resolve("docs/command-line.md"))
                .replace("http://localhost:8090", baseUrl)
                .replace("localhost:8080", "localhost:" + PORT)
                .replace("port=8080", "port=" + PORT)
                .replace("/opt/cliq", folder + "/repository");
        for (MatchResult file : FILE.matcher(page).results().toList()) {
            Files.writeString(
                    folder.resolve(file.group(1)), file.group(2), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        Files.writeString(
                folder.resolve("application.properties"), "camel.server.port = " + PORT, StandardOpenOption.APPEND);
        request("/sandbox/reset", BodyPublishers.noBody());
        ShellCommand.run(HOME, HOME, "rm -rf " + inRepository(LOCAL_REPOSITORY));
    }

    @Test
    void aRoutePostsText() throws Exception {
        install(LOCAL_REPOSITORY);

        ShellCommand.run(HOME, folder, command("camel run --dep=\\S+ .*greeting.yaml"));

        assertThat(messages()).hasSize(1);
        assertThat(messages().get(0).at("/target").asText()).isEqualTo("announcements");
        assertThat(messages().get(0).at("/message/text").asText()).isEqualTo("Hello from the command line.");
    }

    @Test
    void theComponentMayBeInAnotherRepository() throws Exception {
        install(folder.resolve("repository"));

        ShellCommand.run(HOME, folder, command("--repo=file:"));

        assertThat(messages()).hasSize(1);
    }

    @Test
    void anEventBecomesAMessageAndAClickIsAnswered() throws Exception {
        install(LOCAL_REPOSITORY);

        try (ShellCommand routes = ShellCommand.start(HOME, folder, command("--dev"))) {
            routes.await("(started) in ");

            assertThat(ShellCommand.run(HOME, folder, command("/budgets"))).endsWith("posted");
            assertThat(messages()).hasSize(1);
            assertThat(messages().get(0).at("/target").asText()).isEqualTo("finance");
            assertThat(messages().get(0).at("/message/text").asText()).isEqualTo("Marketing asks for 500,000");
            assertThat(messages().get(0).at("/message/buttons").findValuesAsText("label"))
                    .containsExactly("Approve", "Reject");

            assertThat(answerToAClick()).isEqualTo("approved by Scott: Go ahead");
            assertThat(ShellCommand.run(HOME, folder, command("/budgets").replaceFirst("(?s)-d .*", "-d {}")))
                    .contains("required: department is absent");

            // replaces the file at once: a file that is half written would be loaded, too
            ShellCommand.run(HOME, folder, "sed -i 's/} by /} at once by /' budget.yaml");
            routes.await("Routes (reloaded)");

            assertThat(answerToAClick()).isEqualTo("approved at once by Scott: Go ahead");
        }
    }

    @Test
    void consoleAndRoutesMayShareAPort() throws Exception {
        install(LOCAL_REPOSITORY);
        Files.writeString(
                folder.resolve("application.properties"),
                "\n" + first(code("()```properties\n(?=camel.jbang)"), 2),
                StandardOpenOption.APPEND);
        ShellCommand.run(HOME, folder, "curl -s " + baseUrl + "/sandbox/public-key > cliq.pem");

        try (ShellCommand routes = ShellCommand.start(HOME, folder, command("--console"))) {
            routes.await("(started) in ");

            assertThat(ShellCommand.run(HOME, folder, command("/budgets"))).endsWith("posted");
            assertThat(answerToAClick()).isEqualTo("approved by Scott: Go ahead");
            assertThat(ShellCommand.run(HOME, folder, "curl -s http://localhost:" + PORT + "/observe/health"))
                    .contains("UP");
        }
    }

    private JsonNode messages() throws Exception {
        return request("/sandbox/messages", null);
    }

    private String answerToAClick() throws Exception {
        String click = "{\"message\": \"%s\", \"button\": \"approved\", \"input\": \"Go ahead\"}"
                .formatted(messages().get(0).at("/id").asText());
        JsonNode outcome = request("/sandbox/click", BodyPublishers.ofString(click));
        assertThat(outcome.at("/status").asText()).as(outcome.toString()).isEqualTo("shown");
        return outcome.at("/shown/text").asText();
    }

    private JsonNode request(String path, BodyPublisher post) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path));
        if (post != null) {
            request.header("Content-Type", "application/json").POST(post);
        }
        return new ObjectMapper()
                .readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    /**
     * Makes a home directory with the command {@code camel}, which may read what Maven has downloaded on this machine.
     */
    private static void writeHome() throws IOException {
        Files.createDirectories(LOCAL_REPOSITORY);
        Files.writeString(HOME.resolve(".m2/settings.xml"), """
                <settings>
                  <profiles>
                    <profile>
                      <id>machine</id>
                      <repositories><repository><id>machine</id><url>file:%s</url></repository></repositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>machine</activeProfile></activeProfiles>
                </settings>
                """.formatted(System.getProperty("localRepository")));
        Path camel = Files.writeString(
                Files.createDirectories(HOME.resolve("bin")).resolve("camel"),
                "#!/bin/sh\nexec java -XX:TieredStopAtLevel=1 -Duser.home=%s -cp '%s' %s \"$@\"\n"
                        .formatted(HOME, System.getProperty("java.class.path"), CamelCommand.class.getName()));
        assertThat(camel.toFile().setExecutable(true)).isTrue();
    }

    /** Does what {@code mvn install} does with the component. */
    private static void install(Path repository) throws IOException {
        String component = "camel-zoho-cliq-component";
        copy(ROOT.resolve("pom.xml"), repository, "camel-zoho-cliq", ".pom");
        copy(ROOT.resolve(component + "/pom.xml"), repository, component, ".pom");
        copy(ROOT.resolve(component + "/target/" + component + "-" + VERSION + ".jar"), repository, component, ".jar");
    }

    private static void copy(Path file, Path repository, String artifact, String kind) throws IOException {
        Path place = inRepository(repository).resolve(artifact).resolve(VERSION);
        Files.createDirectories(place);
        Files.copy(file, place.resolve(artifact + "-" + VERSION + kind));
    }

    private static Path inRepository(Path repository) {
        return repository.resolve("io/github/camelcliq");
    }

    /** Returns the one command of the page with {@code part}. */
    private String command(String part) {
        List<String> found = COMMAND.matcher(page)
                .results()
                .map(command -> command.group(2))
                .filter(Pattern.compile(part, Pattern.DOTALL).asPredicate())
                .toList();
        assertThat(found).as("commands with %s", part).hasSize(1);
        return found.get(0);
    }

    private String first(Pattern code, int group) {
        return code.matcher(page).results().findFirst().orElseThrow().group(group);
    }

    private static Pattern code(String before) {
        return Pattern.compile(before + "(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
