package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The demo as a person runs it: in a JVM of its own. */
@Timeout(120)
class DemoTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CLICKED = "  approve   clicked by scott.fisher@zylker.com, answered with";

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void endsWithZeroWhenEverythingArrivedAsExpected() throws Exception {
        Process demo = start("-Ddemo.seconds=1");

        List<String> said = demo.inputReader().lines().toList();

        assertThat(said).contains("Everything arrived as expected.").contains(CLICKED);
        assertThat(demo.waitFor()).isZero();
    }

    @Test
    void endsWithOneWhenTheClickIsNotBelieved() throws Exception {
        Process demo = start("-Ddemo.seconds=1", "-Dcamel.component.cliq.public-key=" + foreignKey());

        List<String> said = demo.inputReader().lines().toList();

        assertThat(said)
                .contains("The demo failed.")
                .doesNotContain(CLICKED)
                .filteredOn(line -> line.startsWith("MISSING: "))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .contains("one message to finance")
                                .endsWith("was none"),
                        line -> assertThat(line).contains("nothing but these 4 messages"),
                        line -> assertThat(line)
                                .contains("a click whose answer is shown")
                                .contains("401"),
                        line -> assertThat(line).contains("equal to /expected/approved.json after the click"),
                        line -> assertThat(line).endsWith("one answer of the route to the one click; was []"));
        assertThat(demo.waitFor()).isOne();
    }

    @Test
    void tellsOfAPersonsClickAndWhenInterruptedFreesItsPortsAndJudgesNothing() throws Exception {
        Process demo = start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = demo.inputReader()) {
            readUntil("Stop it with Ctrl+C.", out, said);

            JsonNode outcome =
                    new Approver(cliqIn(said), Duration.ofMinutes(1)).press(budgetMessage(cliqIn(said)), "Go ahead.");
            readUntil(CLICKED, out, said);

            // as Ctrl+C does; destroy() of the process itself would close its output too
            demo.toHandle().destroy();
            out.lines().forEach(said::add);
            assertThat(outcome.at("/shown/text").textValue()).isEqualTo("Approved by Scott Fisher, remark: Go ahead.");
        }

        assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said)
                .contains("Stop it with Ctrl+C.", CLICKED)
                .noneMatch(line -> line.contains("stops by itself"))
                .noneMatch(line -> line.contains("arrived as expected") || line.contains("demo failed"));
        assertNobodyListens(cliqIn(said));
        assertNobodyListens(addressIn(said, "Clicks go to the demo, at: "));
    }

    @Test
    void endsWithTwoAndOneClearLineWhenAnOptionIsNoGood() throws Exception {
        Process demo = start("-Ddemo.seconds=abc");

        assertThat(demo.inputReader().lines())
                .containsExactly("-Ddemo.seconds is a whole number from 0 to 2147483647, not \"abc\".");
        assertThat(demo.waitFor()).isEqualTo(2);
    }

    @Test
    void endsWithTwoAndSaysWhatToDoWhenThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process demo = start("-Ddemo.port=" + taken.getLocalPort());

            assertThat(demo.inputReader().lines())
                    .last()
                    .asString()
                    .startsWith("The sandbox cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": ")
                    .endsWith(". Choose another port with -Ddemo.port=N; 0 finds a free one.");
            assertThat(demo.waitFor()).isEqualTo(2);
        }
    }

    private static String foreignKey() throws GeneralSecurityException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        return Base64.getEncoder()
                .encodeToString(rsa.generateKeyPair().getPublic().getEncoded());
    }

    private static String cliqIn(List<String> said) {
        return addressIn(said, "The messages that arrived: ").replaceFirst("/$", "");
    }

    private static String addressIn(List<String> said, String before) {
        return said.stream()
                .filter(line -> line.startsWith(before))
                .map(line -> line.substring(before.length()))
                .findFirst()
                .orElseThrow();
    }

    private static String budgetMessage(String cliq) throws IOException, InterruptedException {
        URI messages = URI.create(cliq + "/sandbox/messages?chat=" + BudgetRoute.CHAT);
        return new ObjectMapper()
                .readTree(HTTP.send(HttpRequest.newBuilder(messages).build(), BodyHandlers.ofByteArray())
                        .body())
                .at("/0/id")
                .textValue();
    }

    private static void assertNobodyListens(String address) {
        URI listened = URI.create(address);
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(listened.getHost(), listened.getPort()).close());
    }

    private static void readUntil(String last, BufferedReader out, List<String> said) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.equals(last)) {
                return;
            }
        }
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                // a JVM that ends this soon compiles more than it gains by
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                "-Ddemo.port=0"));
        command.addAll(List.of(options));
        command.add("io.github.camelcliq.examples.Demo");
        Process demo = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(demo);
        return demo;
    }
}
