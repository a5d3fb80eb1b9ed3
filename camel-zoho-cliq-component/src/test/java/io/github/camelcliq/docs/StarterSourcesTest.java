package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The generated sources of the Spring Boot starter have the options of the component, neither more nor fewer. The test
 * is here, since the starter may not compile after an option has changed.
 */
class StarterSourcesTest {

    private static final Path GENERATED = Path.of("..", "camel-zoho-cliq-starter", "src", "generated");

    @Test
    void theConfigurationClassIsCurrent() throws IOException {
        assertCurrent(
                "java/io/github/camelcliq/springboot/CliqComponentConfiguration.java",
                StarterSources.configurationClass());
    }

    @Test
    void theMetadataIsCurrent() throws IOException {
        assertCurrent("resources/META-INF/spring-configuration-metadata.json", StarterSources.metadata());
    }

    /** With {@code -Ddocs.write=true} it makes the file current instead. */
    private static void assertCurrent(String file, String rendered) throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(GENERATED.resolve(file), rendered);
        } else {
            assertThat(Files.readString(GENERATED.resolve(file)))
                    .as("%s is not current: CONTRIBUTING.md has the command that renders it", file)
                    .isEqualTo(rendered);
        }
    }
}
