package io.github.camelcliq.sandbox.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line makes of its options, and what it says. */
class StartCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Sandbox> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Sandbox::close);
    }

    @Test
    void itSaysWhereTheSandboxIsAndHowToPost() {
        assertThat(run("--port", "0")).isZero();

        String url = started.get(0).baseUrl();
        assertThat(out.toString())
                .contains("Page          " + url + "/\n")
                .contains("Base URL      " + url + "\n")
                .contains("Access token  sandbox-token\n")
                .contains("curl -i " + url + "/api/v2/chats/CT_1203304812000146098_55622663-B2/messages \\\n")
                .contains("-H 'Authorization: Bearer sandbox-token'");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whoLetsOthersReachItIsWarned() {
        assertThat(run("--port", "0", "--host", "0.0.0.0")).isZero();

        assertThat(started.get(0).isLoopback()).isFalse();
        assertThat(err.toString())
                .startsWith("WARNING: it listens on 0.0.0.0, which other machines may reach.")
                .contains("ask for no password");
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("--port", "" + taken.getLocalPort())).isEqualTo(1);

            assertThat(err.toString())
                    .isEqualToNormalizingNewlines("The sandbox cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": Address already in use. Choose another with --port or --host.\n");
            assertThat(out.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 65536                | a port must be 0 to 65535, not 65536",
                "--port -1                   | a port must be 0 to 65535, not -1",
                "--port many                 | Invalid value for option '--port': 'many' is not an int",
                "--port                      | Missing required parameter for option '--port' (NUMBER)",
                "--host no-such-host.invalid | no address is known for the host no-such-host.invalid",
                "--colour red                | Unknown options: '--colour', 'red'",
                "start                       | Unmatched argument at index 0: 'start'"
            })
    void whatIsNoOptionIsRefused(String line, String complaint) {
        assertThat(run(line.split(" "))).isEqualTo(2);

        assertThat(err.toString()).isEqualToNormalizingNewlines(complaint + "\n--help shows the options.\n");
        assertThat(started).isEmpty();
    }

    @Test
    void aFileSaysHowTheSandboxIs() throws IOException {
        Path file = Files.writeString(folder.resolve("cliq.yaml"), """
                port: 0
                organisation: { name: Acme }
                tokens: { access: [{ token: acme-token }] }
                """);

        assertThat(run("--config", file.toString())).isZero();

        assertThat(started.get(0).organisation().name()).isEqualTo("Acme");
        assertThat(out.toString()).contains("Access token  acme-token\n", "Bearer acme-token");
    }

    @Test
    void theFirstMessageGoesWhereMessagesAreTaken() throws IOException {
        Path file = Files.writeString(folder.resolve("cliq.yaml"), """
                port: 0
                strictTargets: true
                channels: [{ name: all hands }]
                """);

        assertThat(run("--config", file.toString())).isZero();

        assertThat(out.toString()).contains("/api/v2/channelsbyname/all%20hands/message \\\n");
    }

    @Test
    void theCommandLineGoesBeforeTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("cliq.yaml"), "port: 1\nhost: 0.0.0.0");

        assertThat(run("--config", file.toString(), "--port", "0", "--host", "127.0.0.1"))
                .isZero();

        assertThat(started.get(0).port()).isGreaterThan(1);
        assertThat(started.get(0).isLoopback()).isTrue();
    }

    @Test
    void theRulesAreThoseOfTheFileOrOfTheCommandLine() throws Exception {
        Path file = Files.writeString(folder.resolve("cliq.yaml"), "port: 0\nrules: strict");

        assertThat(run("--config", file.toString())).isZero();
        assertThat(run("--config", file.toString(), "--rules", "tolerant")).isZero();

        assertThat(statusOfAButtonWithoutType(started.get(0))).isEqualTo(400);
        assertThat(statusOfAButtonWithoutType(started.get(1))).isEqualTo(204);
    }

    private static int statusOfAButtonWithoutType(Sandbox sandbox) throws Exception {
        String message = "{\"text\": \"x\", \"buttons\": [{\"label\": \"Go\", \"action\":"
                + " {\"type\": \"copy\", \"data\": {\"text\": \"x\"}}}]}";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/api/v2/chats/CT_1/messages"))
                                .header("Authorization", "Bearer " + Sandbox.DEFAULT_ACCESS_TOKEN)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(message))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void whatIsWrongWithAFileIsToldInFull() throws IOException {
        Path file = Files.writeString(folder.resolve("cliq.yaml"), "port: many\ncolour: red");

        assertThat(run("--config", file.toString())).isEqualTo(2);

        assertThat(err.toString().lines())
                .hasSize(3)
                .startsWith(
                        file + " cannot be used:", "  line 1, /port: must be a whole number, not the string \"many\"")
                .element(2)
                .asString()
                .startsWith("  line 2, /colour: is not known; ");
        assertThat(started).isEmpty();
    }

    @Test
    void helpTellsTheOptions() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).contains("--port", "--host", "--config", "--rules", "8090 by default", "127.0.0.1");
        assertThat(started).isEmpty();
    }

    @Test
    void versionTellsTheVersion() {
        assertThat(run("--version")).isZero();

        assertThat(out.toString()).startsWith("camel-zoho-cliq-sandbox ");
        assertThat(started).isEmpty();
    }

    private int run(String... arguments) {
        return new StartCommand(started::add)
                .commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
