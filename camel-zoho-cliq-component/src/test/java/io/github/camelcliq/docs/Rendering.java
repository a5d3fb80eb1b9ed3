package io.github.camelcliq.docs;

import io.github.camelcliq.message.RulesTable;
import io.github.camelcliq.message.json.MessageJson;
import java.util.stream.Collectors;

/** Renders the parts of the guide that the code already says: options, headers, limits, violations, examples, files. */
final class Rendering {

    private Rendering() {}

    /**
     * Renders one part.
     *
     * @param name a kind, and the part's own name after a space where the kind needs one
     */
    static String of(String name) {
        String kind = name.split(" ", 2)[0];
        String part = name.substring(kind.length()).strip();
        return switch (kind) {
            case "endpoint-path" -> CatalogTables.path();
            case "options" -> CatalogTables.options(part);
            case "headers" -> CatalogTables.headers();
            case "click-headers" -> CatalogTables.clickHeaders();
            case "limits" -> LimitsTable.render();
            case "fault-names" -> FaultTable.render();
            case "meters" -> MeterTable.render();
            case "kamelet" -> KameletTable.of(part);
            case "rules" -> RulesTable.render();
            case "violations" -> block("text", violations(part));
            case "java" -> block("java", SourceRegion.of(part));
            case "json" -> block("json", json(part));
            case "yaml" -> block("yaml", SourceRegion.ofFile(part));
            case "jslt" -> block("jslt", SourceRegion.ofFile(part));
            case "properties" -> block("properties", SourceRegion.ofFile(part));
            case "java-test" -> block("java", SourceRegion.wholeTest(part));
            // not a route, as what stands in a block of yaml is
            case "application-yaml" -> block("yml", SourceRegion.ofFile(part));
            default -> throw new IllegalArgumentException("nothing is rendered under the name " + name);
        };
    }

    private static String violations(String part) {
        return BrokenMessages.of(part).stream().collect(Collectors.joining("\n"));
    }

    private static String json(String example) {
        return ReadableJson.of(
                MessageJson.toTree(MessageExamples.ALL.get(example).get()));
    }

    private static String block(String language, String text) {
        return "```" + language + "\n" + text.strip() + "\n```\n";
    }
}
