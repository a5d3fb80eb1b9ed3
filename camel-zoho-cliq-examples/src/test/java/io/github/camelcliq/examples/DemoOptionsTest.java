package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person may type after {@code mvn -Pdemo}, and what is said of what they may not. */
class DemoOptionsTest {

    @TempDir
    Path events;

    @Test
    void thePortOfTheGuideUntilInterruptedIsTheDefault() {
        assertThat(DemoOptions.of(given())).isEqualTo(new DemoOptions(8090, 0, events));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo.seconds | abc   | -Ddemo.seconds is a whole number from 0 to 2147483647, not \"abc\".",
                "demo.seconds | -1    | -Ddemo.seconds is a whole number from 0 to 2147483647, not \"-1\".",
                "demo.seconds | 1.5   | -Ddemo.seconds is a whole number from 0 to 2147483647, not \"1.5\".",
                "demo.port    | x     | -Ddemo.port is a whole number from 0 to 65535, not \"x\".",
                "demo.port    | 65536 | -Ddemo.port is a whole number from 0 to 65535, not \"65536\".",
                "demo.port    | -1    | -Ddemo.port is a whole number from 0 to 65535, not \"-1\".",
            })
    void whatIsNoNumberOfItsKindIsRefusedByName(String name, String value, String said) {
        Properties properties = given();
        properties.setProperty(name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.of(properties))
                .withMessage(said);
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        Properties properties = new Properties();
        properties.setProperty("demo.events", events.resolve("none").toString());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.of(properties))
                .withMessageContaining("There is no folder of events at " + events.resolve("none"));
    }

    private Properties given() {
        Properties properties = new Properties();
        properties.setProperty("demo.events", events.toString());
        return properties;
    }
}
