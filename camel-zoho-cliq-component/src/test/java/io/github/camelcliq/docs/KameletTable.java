package io.github.camelcliq.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The table of a kamelet's parameters, from its file. */
final class KameletTable {

    private static final Path KAMELETS = Path.of("../camel-zoho-cliq-kamelets/src/main/resources/kamelets");

    private KameletTable() {}

    static String of(String kamelet) {
        JsonNode definition = read(kamelet).at("/spec/definition");
        String required = definition.path("required").toString();
        StringBuilder table = new StringBuilder("| Parameter | Default | What it does |\n| --- | --- | --- |\n");
        definition.path("properties").properties().forEach(parameter -> {
            String standard = parameter.getValue().path("default").asText();
            String shown = required.contains('"' + parameter.getKey() + '"') ? "required" : quoted(standard);
            table.append("| `" + parameter.getKey() + "` | " + shown + " | "
                    + parameter.getValue().path("description").asText().strip() + " |\n");
        });
        return table.toString();
    }

    private static String quoted(String standard) {
        return standard.isEmpty() ? "" : "`" + standard + "`";
    }

    private static JsonNode read(String kamelet) {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(KAMELETS.resolve(kamelet + ".kamelet.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
