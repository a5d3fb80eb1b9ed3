package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages, examples and defaults name one local Cliq, so that each example works with each other one. */
class ExamplesAgreeTest {

    private static final Pattern LOCAL_URL =
            Pattern.compile("https?://(?:localhost|127\\.0\\.0\\.1):(\\d+)([\\w/?.-]*)");
    private static final Pattern TOKEN =
            Pattern.compile("(?:(?:access-token|accessToken)\\s*[:=]\\s*|Bearer )([\\w{:-]+)");

    static Stream<Arguments> examples() throws IOException {
        List<Arguments> examples = new ArrayList<>();
        Page.all().forEach(page -> examples.add(Arguments.of(page.toString(), page.text())));
        try (Stream<Path> files = Files.walk(Path.of("../camel-zoho-cliq-examples"))) {
            for (Path file : files.filter(ExamplesAgreeTest::isResource).toList()) {
                examples.add(Arguments.of(file.getFileName().toString(), Files.readString(file)));
            }
        }
        assertThat(examples).hasSizeGreaterThan(15);
        return examples.stream();
    }

    private static boolean isResource(Path file) {
        return file.toString().contains("src/main/resources") && file.toString().matches(".*\\.(yaml|properties)");
    }

    /**
     * The port for clicks is free to choose, but their path is not. Events go to paths of examples at the usual port.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theLocalCliqListensOnOnePort(String name, String text) {
        assertThat(LOCAL_URL.matcher(text).results())
                .as("addresses in %s", name)
                .allSatisfy(url -> {
                    if (!url.group(1).equals("8090")) {
                        assertThat(url.group())
                                .matches(".*/cliq/functions.*|.*:8080/(alertmanager|budgets|observe/health)");
                    }
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theLocalCliqTakesOneToken(String name, String text) {
        assertThat(TOKEN.matcher(text).results())
                .as("tokens in %s", name)
                .allSatisfy(token -> assertThat(token.group(1)).matches("sandbox-token|\\{\\{.*"));
    }
}
