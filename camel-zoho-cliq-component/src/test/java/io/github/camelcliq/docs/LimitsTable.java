package io.github.camelcliq.docs;

import io.github.camelcliq.message.MessageLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of limits, from {@link MessageLimit}: the figures from its values, the words from its comments. */
final class LimitsTable {

    private static final Path SOURCE = Path.of("src/main/java/io/github/camelcliq/message/MessageLimit.java");
    private static final Pattern COMMENTED = Pattern.compile("/\\*\\* (.+?) \\*/\\s+([A-Z_]+)\\(");

    private LimitsTable() {}

    static String render() {
        Map<String, String> words = words();
        StringBuilder table = new StringBuilder(
                "| What | Limit | Page of the reference | Other figure |\n| --- | --- | --- | --- |\n");
        for (MessageLimit limit : MessageLimit.values()) {
            table.append("| ")
                    .append(words.get(limit.name()))
                    .append(" | ")
                    .append(figure(limit))
                    .append(" | ")
                    .append(limit.source().title())
                    .append(" | ")
                    .append(limit.elsewhere() == null ? "" : limit.elsewhere())
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String figure(MessageLimit limit) {
        String unit = limit.value() == 1 ? limit.unit().replaceAll("s$", "") : limit.unit();
        return String.format(Locale.ROOT, "at %s %,d %s", limit.isMinimum() ? "least" : "most", limit.value(), unit);
    }

    private static Map<String, String> words() {
        Function<String, String> markdown =
                comment -> comment.replaceAll("\\{@code (.+?)}", "`$1`").replaceAll("(, at (most|least))?\\.$", "");
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
