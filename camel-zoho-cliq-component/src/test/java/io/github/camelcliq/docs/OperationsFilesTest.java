package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.camelcliq.internal.view.CliqMeter.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alert rules and the dashboard ask Prometheus for meters and tags that the component has. */
class OperationsFilesTest {

    private static final String ALERTS = "prometheus-alerts.yaml";
    private static final String DASHBOARD = "grafana-dashboard.json";

    private static final Map<String, List<String>> TAGS = MeterTable.tagsInPrometheus();

    /** A name, and the labels in the braces behind it. */
    private static final Pattern SELECTOR = Pattern.compile("\\b(cliq_\\w+)(?:\\{([^}]*)})?");

    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");

    // YAML reads JSON too
    private static JsonNode read(String file) throws IOException {
        return new YAMLMapper().readTree(Path.of("../docs/operations", file).toFile());
    }

    private static List<String> expressions(String file) throws IOException {
        List<String> expressions = read(file).findValuesAsText("expr");
        assertThat(expressions).isNotEmpty();
        return expressions;
    }

    @ParameterizedTest
    @ValueSource(strings = {ALERTS, DASHBOARD})
    void askForMetersAndTagsThatAreThere(String file) throws IOException {
        for (String expression : expressions(file)) {
            Set<String> known = new HashSet<>(List.of(Tag.CONTEXT, "instance", "job"));
            List<MatchResult> selectors = SELECTOR.matcher(expression).results().toList();
            assertThat(selectors).as(expression).isNotEmpty();
            for (MatchResult selector : selectors) {
                assertThat(TAGS).as(expression).containsKey(selector.group(1));
                known.addAll(TAGS.get(selector.group(1)));
                assertThat(TAGS.get(selector.group(1)))
                        .as(expression)
                        .containsAll(labels(selector.group(2), ",\\s*", "[=!].*"));
            }
            GROUPING.matcher(expression)
                    .results()
                    .forEach(by -> assertThat(known).as(expression).containsAll(labels(by.group(1), ",\\s*", "$")));
            assertThat(expression.chars().filter(c -> c == '(').count())
                    .as(expression)
                    .isEqualTo(expression.chars().filter(c -> c == ')').count());
        }
    }

    private static List<String> labels(String text, String separator, String rest) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(separator))
                        .map(label -> label.replaceFirst(rest, "").strip())
                        .toList();
    }

    @Test
    void theDashboardShowsEachMeter() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (String expression : expressions(DASHBOARD)) {
            SELECTOR.matcher(expression).results().forEach(selector -> shown.add(selector.group(1)));
        }

        assertThat(shown).containsAll(new TreeSet<>(TAGS.keySet()));
    }

    /** The page writes three dots where the log has a value. */
    @Test
    void thePageExplainsLinesThatTheLogHas() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String source : List.of(
                "CliqConsumer",
                "internal/figures/AccountLog",
                "internal/account/AccountRegistry",
                "internal/pacing/PostPacer",
                "internal/click/RejectionStats")) {
            sources.append(Files.readString(Path.of("src/main/java/io/github/camelcliq/" + source + ".java")));
        }
        sources.append(Files.readString(
                Path.of("../camel-zoho-cliq-redis/src/main/java/io/github/camelcliq/redis/RedisStore.java")));
        String texts = sources.toString().replaceAll("\"\\s*\\+\\s*\"", "");
        List<String> lines = Pattern.compile("(?m)^\\| (?:INFO|WARN|DEBUG) \\| `([^`]+)`")
                .matcher(Files.readString(Path.of("../docs/operations.md")))
                .results()
                .map(line -> line.group(1).replace("…", "{}"))
                .toList();

        assertThat(lines)
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(texts).contains(line));
    }

    @Test
    void eachAlertHasANameASeverityAndSaysWhatToDo() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        read(ALERTS).path("groups").forEach(group -> group.path("rules").forEach(rules::add));

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.path("alert").asText()).startsWith("Cliq");
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
        });
    }
}
