package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which examples there are. */
class ExampleTest {

    @TempDir
    Path parent;

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
