package io.github.camelcliq.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.CliqAccount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The tables of options and headers, from the catalog file that Camel's generator writes. */
final class CatalogTables {

    private static final JsonNode CATALOG = catalog();

    private CatalogTables() {}

    /**
     * The options of one mark: {@code producer}, {@code consumer}, {@code both}, {@code account} or {@code component}.
     * An option of component and endpoint is shown once.
     */
    static String options(String mark) {
        StringBuilder table = new StringBuilder(
                "| Option | Of | Set on | Default | Type | What it does |\n| --- | --- | --- | --- | --- | --- |\n");
        allOptions().forEach((name, option) -> {
            if (markOf(name).equals(mark)) {
                table.append(
                        "| " + nameCell(name, option) + " | " + mark + " | " + placesOf(name) + valueCells(option));
            }
        });
        return table.toString();
    }

    /** All options of endpoint and component by name, without the parts of the path. */
    static Map<String, JsonNode> allOptions() {
        Map<String, JsonNode> options = new LinkedHashMap<>();
        CATALOG.path("properties").properties().forEach(option -> options.put(option.getKey(), option.getValue()));
        CATALOG.path("componentProperties")
                .properties()
                .forEach(option -> options.putIfAbsent(option.getKey(), option.getValue()));
        options.values().removeIf(CatalogTables::isPath);
        return options;
    }

    /** What an option belongs to, as its class and its label in the catalog say; empty if they say nothing. */
    static String markOf(String name) {
        JsonNode ofEndpoint = CATALOG.path("properties").path(name);
        if (ofEndpoint.isMissingNode()) {
            JsonNode ofComponent = CATALOG.path("componentProperties").path(name);
            return ofComponent.path("configurationClass").asText().equals(CliqAccount.class.getName())
                    ? "account"
                    : "component";
        }
        String side = ofEndpoint.path("label").asText().split(",")[0];
        return switch (side) {
            case "common" -> "both";
            case "producer", "consumer" -> side;
            default -> "";
        };
    }

    private static String placesOf(String name) {
        if (!CATALOG.path("properties").has(name)) {
            return markOf(name).equals("account") ? "component, named account" : "component";
        }
        return CATALOG.path("componentProperties").has(name) ? "endpoint, component" : "endpoint";
    }

    /** The parts of the endpoint's path. */
    static String path() {
        StringBuilder table = new StringBuilder("| Part | Default | Type | What it is |\n| --- | --- | --- | --- |\n");
        CATALOG.path("properties").properties().stream()
                .filter(part -> isPath(part.getValue()))
                .forEach(part -> table.append("| `" + part.getKey() + "`" + valueCells(part.getValue())));
        return table.toString();
    }

    private static boolean isPath(JsonNode option) {
        return option.path("kind").asText().equals("path");
    }

    private static String nameCell(String name, JsonNode option) {
        return "`" + name + "`" + (option.path("group").asText().contains("advanced") ? " (advanced)" : "");
    }

    private static String valueCells(JsonNode option) {
        return " | " + defaultOf(option) + " | " + typeOf(option) + " | "
                + cell(option.path("description").asText()) + " |\n";
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

    /** The headers of a click, and what they say. */
    static String clickHeaders() {
        StringBuilder table = new StringBuilder("| Header | What it says |\n| --- | --- |\n");
        for (Map.Entry<String, JsonNode> header : headerEntries()) {
            if (!header.getValue().path("label").asText().equals("consumer")) {
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
        return new ArrayList<>(CATALOG.path("headers").properties());
    }

    /** The types without their packages: {@code List<Button>}. */
    private static String simpleName(String javaType) {
        return javaType.replaceAll("\\b(?:[a-z][a-z0-9]*\\.)+", "");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    static JsonNode catalog() {
        try (InputStream catalog = CatalogTables.class.getResourceAsStream("/META-INF/io/github/camelcliq/cliq.json")) {
            return new ObjectMapper().readTree(catalog);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
