package io.github.camelcliq.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The table of faults, from the description of the control API, whose names the sandbox's tests compare with its code.
 */
final class FaultTable {

    private FaultTable() {}

    static String render() {
        StringBuilder table = new StringBuilder("| Fault | What happens, and the keys that it has |\n| --- | --- |\n");
        for (JsonNode fault : names()) {
            table.append("| `")
                    .append(fault.path("const").asText())
                    .append("` | ")
                    .append(fault.path("description").asText())
                    .append(" |\n");
        }
        return table.toString();
    }

    private static JsonNode names() {
        try (InputStream description = Sandbox.class.getResourceAsStream("control/openapi.yaml")) {
            return new YAMLMapper().readTree(description).at("/components/schemas/FaultName/oneOf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
