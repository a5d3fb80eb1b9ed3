package io.github.camelcliq.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of rules, from {@link Rule}: levels and pages from its values, the words from its comments. */
public final class RulesTable {

    private static final Path SOURCE = Path.of("src/main/java/io/github/camelcliq/message/Rule.java");
    private static final Pattern COMMENTED = Pattern.compile("/\\*\\* (.+?) \\*/\\s+([A-Z_]+)\\(");

    private RulesTable() {}

    public static String render() {
        Map<String, String> words = words();
        return "| Rule | Refused at | Page of the reference | Elsewhere |\n| --- | --- | --- | --- |\n"
                + Stream.of(Rule.values())
                        .map(rule -> "| " + words.get(rule.name()) + " | " + levels(rule) + " | " + page(rule) + " | "
                                + Objects.toString(rule.elsewhere(), "") + " |")
                        .collect(Collectors.joining("\n"));
    }

    private static String levels(Rule rule) {
        String refused = Stream.of(RuleLevel.values())
                .filter(rule::isRefusedAt)
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return refused.isEmpty() ? "no level" : refused.startsWith("tolerant") ? "each level" : refused;
    }

    private static String page(Rule rule) {
        if (rule.page() == null) {
            return "each that speaks of it";
        }
        return rule.page() == ReferencePage.NONE ? "our choice" : rule.page().title();
    }

    private static Map<String, String> words() {
        Function<String, String> markdown =
                comment -> comment.replaceAll("\\{@code (.+?)}", "`$1`").replaceAll("\\.$", "");
        try {
            return COMMENTED
                    .matcher(Files.readString(SOURCE))
                    .results()
                    .collect(Collectors.toMap(found -> found.group(2), found -> markdown.apply(found.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
