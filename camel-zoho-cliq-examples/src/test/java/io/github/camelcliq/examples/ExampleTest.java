package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which examples there are, and what they say when they cannot start. */
class ExampleTest {

    @TempDir
    Path parent;

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            assertThatIllegalStateException()
                    .isThrownBy(() -> StartedExample.start("github", Map.of("camel.server.port", port)))
                    .withMessageStartingWith("The example cannot listen on port " + port + ": ")
                    .withMessageEndingWith(
                            ". Stop the program that uses it, or set camel.server.port in application.properties.");
        }
    }

    @Test
    void onlyThisMachineReachesAnExample() throws Exception {
        try (Stream<Path> files = Files.find(Path.of("."), 2, (file, a) -> file.endsWith("application.properties"))) {
            assertThat(files)
                    .hasSizeGreaterThan(6)
                    .allSatisfy(file -> assertThat(file).content().contains("\ncamel.server.host = 127.0.0.1\n"));
        }
    }

    @Test
    void anExampleIsAFolderWithProperties() throws Exception {
        Files.createFile(Files.createDirectories(parent.resolve("mine")).resolve("application.properties"));

        assertThat(Example.folder(parent, "mine")).isEqualTo(parent.resolve("mine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "src", "mine/../mine"})
    void anotherNameIsRefusedWithTheNamesThatThereAre(String name) throws Exception {
        Files.createDirectories(parent.resolve("src"));
        for (String example : new String[] {"mine", "another"}) {
            Files.createFile(Files.createDirectories(parent.resolve(example)).resolve("application.properties"));
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Example.folder(parent, name))
                .withMessage("-Dexample is one of another, mine, not \"" + name + "\".");
    }
}
