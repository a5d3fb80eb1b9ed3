package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.camelcliq.internal.figures.AccountFigures;
import io.github.camelcliq.internal.figures.AccountFigures.Failure;
import io.github.camelcliq.internal.figures.AccountFigures.Permits;
import io.github.camelcliq.internal.figures.Outcome;
import io.github.camelcliq.internal.view.AccountBean;
import io.github.camelcliq.internal.view.CliqMeter.Tag;
import io.github.camelcliq.internal.view.Details;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.api.management.ManagedAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alert rules and the dashboard ask Prometheus for meters and tags that the component has. */
class OperationsFilesTest {

    private static final String ALERTS = "prometheus-alerts.yaml";
    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final String DASHBOARD = "grafana-dashboard.json";

    private static final Map<String, List<String>> TAGS = MeterTable.tagsInPrometheus();

    /** A name, and the labels in the braces behind it. */
    private static final Pattern SELECTOR = Pattern.compile("\\b(cliq_\\w+)(?:\\{([^}]*)})?");

    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

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

    /** The page writes three dots where the log has a value. Its command finds the lines of some classes. */
    @Test
    void thePageExplainsLinesThatTheLogHas() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String logger :
                page("grep -E '([^']+)'").findFirst().orElseThrow().group(1).split("\\|")) {
            sources.append(source(logger));
        }
        String texts = sources.toString().replaceAll("\"\\s*\\+\\s*\"", "");
        List<String> lines = page("(?m)^\\| (?:INFO|WARN|DEBUG) \\| ([^|]+) \\|")
                .flatMap(row -> QUOTED.matcher(row.group(1)).results())
                .map(line -> line.group(1).replace("…", "{}"))
                .toList();

        assertThat(lines)
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(texts).contains(line));
    }

    private static String source(String logger) throws IOException {
        for (String module : List.of("component", "redis")) {
            try (Stream<Path> files = Files.walk(Path.of("../camel-zoho-cliq-" + module, "src/main/java"))) {
                Optional<Path> file =
                        files.filter(path -> path.endsWith(logger + ".java")).findFirst();
                if (file.isPresent()) {
                    return Files.readString(file.get());
                }
            }
        }
        throw new AssertionError("no class " + logger);
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        read(ALERTS).path("groups").forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    @Test
    void thePageSaysWhenEachAlarmRings() throws IOException {
        Map<String, String> rules = new LinkedHashMap<>();
        for (JsonNode rule : rules()) {
            rules.put(rule.path("alert").asText(), ruleInWords(rule));
        }

        assertThat(page("(?m)^\\| `(Cliq\\w+)` \\| [^|]+ \\| `([^`]+)` \\|")
                        .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2))))
                .containsExactlyInAnyOrderEntriesOf(rules);
    }

    /** Returns the threshold of a rule, its window, and how long it must hold. */
    private static String ruleInWords(JsonNode rule) {
        String expression = rule.path("expr").asText();
        List<String> windows = Pattern.compile("\\[(\\w+)]")
                .matcher(expression)
                .results()
                .map(window -> window.group(1))
                .distinct()
                .toList();
        String threshold = expression.substring(expression.lastIndexOf('>'));
        String window = windows.isEmpty() ? " now" : " in " + String.join(", ", windows);
        return threshold
                + window
                + (rule.has("for") ? ", for " + rule.path("for").asText() : "");
    }

    @Test
    void thePageExplainsEachFigureOfAnAccount() throws IOException {
        Permits permits = new Permits(50, 50, 50);
        Failure failure = new Failure(Outcome.AUTH, "refused", Instant.EPOCH);
        Map<Outcome, Long> posts =
                Stream.of(Outcome.values()).collect(Collectors.toMap(outcome -> outcome, outcome -> 0L));
        Set<String> figures = new HashSet<>(Details.of(new AccountFigures(
                        Instant.EPOCH,
                        "eu",
                        "host",
                        1,
                        posts,
                        0,
                        0,
                        Map.of("…", 1),
                        permits,
                        permits,
                        0,
                        0,
                        Duration.ZERO,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        failure,
                        failure,
                        true,
                        "full"))
                .keySet());
        Stream.of(AccountBean.class.getMethods())
                .filter(method -> method.isAnnotationPresent(ManagedAttribute.class))
                .forEach(method -> figures.add(method.getName().replaceFirst("^(get|is)", "")));

        assertThat(page(QUOTED.pattern()).map(name -> name.group(1))).containsAll(figures);
    }

    private static Stream<MatchResult> page(String pattern) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(PAGE)).results();
    }

    @Test
    void eachAlertHasANameASeverityAndSaysWhatToDo() throws IOException {
        assertThat(rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.path("alert").asText()).startsWith("Cliq");
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
        });
    }
}
