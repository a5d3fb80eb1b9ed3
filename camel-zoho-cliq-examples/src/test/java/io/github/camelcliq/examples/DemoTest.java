package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The demo as a person runs it: in a JVM of its own. */
@Timeout(60)
class DemoTest {

    @Test
    void endsWithZeroWhenEverythingArrivedAsExpected() throws Exception {
        Process demo = start("-Ddemo.seconds=1");

        List<String> said = demo.inputReader().lines().toList();

        assertThat(said).contains("All messages arrived as expected.");
        assertThat(demo.waitFor()).isZero();
    }

    @Test
    void judgesNothingWhenItIsInterrupted() throws Exception {
        Process demo = start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = demo.inputReader()) {
            readUntil("Stop it with Ctrl+C.", out, said);
            // as Ctrl+C does; destroy() of the process itself would close its output too
            demo.toHandle().destroy();
            out.lines().forEach(said::add);
        }

        assertThat(demo.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .contains("Stop it with Ctrl+C.")
                .noneMatch(line -> line.contains("It stops by itself"))
                .noneMatch(line -> line.contains("arrived as expected") || line.contains("demo failed"));
    }

    @Test
    void endsWithTwoAndOneClearLineWhenAnOptionIsNoGood() throws Exception {
        Process demo = start("-Ddemo.seconds=abc");

        assertThat(demo.inputReader().lines())
                .containsExactly("-Ddemo.seconds is a whole number from 0 to 2147483647, not \"abc\".");
        assertThat(demo.waitFor()).isEqualTo(2);
    }

    private static void readUntil(String last, BufferedReader out, List<String> said) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.equals(last)) {
                return;
            }
        }
    }

    private static Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-classpath",
                System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        command.add("io.github.camelcliq.examples.Demo");
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
