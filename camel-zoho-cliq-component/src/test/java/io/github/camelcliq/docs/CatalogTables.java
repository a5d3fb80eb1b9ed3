package io.github.camelcliq.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;

/** The tables of options and headers, from the catalog file that Camel's generator writes. */
final class CatalogTables {

    private static final String CATALOG = "/META-INF/io/github/camelcliq/cliq.json";

    private CatalogTables() {}

    /** The options of the component or of the endpoint: {@code componentProperties} or {@code properties}. */
    static String options(String section) {
        return table(
                "| Option | Default | Type | What it does |\n| --- | --- | --- | --- |\n",
                section,
                option -> !option.path("kind").asText().equals("path"));
    }

    /** The parts of the endpoint's path. */
    static String path() {
        return table(
                "| Part | Default | Type | What it is |\n| --- | --- | --- | --- |\n",
                "properties",
                option -> option.path("kind").asText().equals("path"));
    }

    private static String table(String head, String section, Predicate<JsonNode> wanted) {
        StringBuilder table = new StringBuilder(head);
        catalog().path(section).properties().stream()
                .filter(option -> wanted.test(option.getValue()))
                .forEach(option -> table.append(row(option)));
        return table.toString();
    }

    private static String row(Map.Entry<String, JsonNode> option) {
        JsonNode of = option.getValue();
        String group = of.path("group").asText();
        return "| `" + option.getKey() + "`" + (group.contains("advanced") ? " (advanced)" : "") + " | " + defaultOf(of)
                + " | " + typeOf(of) + " | " + cell(of.path("description").asText()) + " |\n";
    }

    private static String defaultOf(JsonNode option) {
        String value = option.path("defaultValue").asText();
        return value.isEmpty() ? "" : "`" + value + "`";
    }

    private static String typeOf(JsonNode option) {
        if (option.has("enum")) {
            StringJoiner values = new StringJoiner(", ");
            option.path("enum").forEach(value -> values.add("`" + value.asText() + "`"));
            return values.toString();
        }
        return option.path("type").asText().equals("object")
                ? "`" + simpleName(option.path("javaType").asText()) + "`"
                : option.path("type").asText();
    }

    /** All headers with their constants and types. */
    static String headers() {
        StringBuilder table =
                new StringBuilder("| Header | Constant | Type | What it says |\n| --- | --- | --- | --- |\n");
        for (Map.Entry<String, JsonNode> header : headerEntries()) {
            String constant = header.getValue().path("constantName").asText();
            table.append("| `")
                    .append(header.getKey())
                    .append("` | `")
                    .append(constant.substring(constant.indexOf('#') + 1))
                    .append("` | `")
                    .append(simpleName(header.getValue().path("javaType").asText()))
                    .append("` | ")
                    .append(cell(header.getValue().path("description").asText()))
                    .append(" |\n");
        }
        return table.toString();
    }

    /** The headers of {@code producer} or {@code consumer}, and nothing but what they say. */
    static String headerNames(String label) {
        StringBuilder table = new StringBuilder("| Header | What it says |\n| --- | --- |\n");
        for (Map.Entry<String, JsonNode> header : headerEntries()) {
            if (!header.getValue().path("label").asText().equals(label)) {
                continue;
            }
            table.append("| `")
                    .append(header.getKey())
                    .append("` | ")
                    .append(cell(header.getValue().path("description").asText()))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static List<Map.Entry<String, JsonNode>> headerEntries() {
        return new ArrayList<>(catalog().path("headers").properties());
    }

    /** The types without their packages: {@code List<Button>}. */
    private static String simpleName(String javaType) {
        return javaType.replaceAll("\\b(?:[a-z][a-z0-9]*\\.)+", "");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    static JsonNode catalog() {
        try (InputStream catalog = CatalogTables.class.getResourceAsStream(CATALOG)) {
            return new ObjectMapper().readTree(catalog);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
