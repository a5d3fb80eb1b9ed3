package io.github.camelcliq.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of a kamelet has the form that Camel, its command line and Kubernetes read. */
class KameletFilesTest {

    /** The schema of Camel's YAML, in camel-yaml-dsl. */
    private static final Schema CAMEL = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(read(new ObjectMapper(), "/schema/camelYamlDsl.json"));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??(\\w+)}}");

    private record Kamelet(String name, JsonNode file) {

        JsonNode definition() {
            return file.at("/spec/definition");
        }

        JsonNode template() {
            return file.at("/spec/template");
        }

        Set<String> parameters() {
            Set<String> names = new TreeSet<>();
            definition().path("properties").fieldNames().forEachRemaining(names::add);
            return names;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Kamelet> kamelets() {
        return Stream.of("zoho-cliq-sink", "zoho-cliq-approval-sink", "zoho-cliq-click-source")
                .map(name -> new Kamelet(name, read(new YAMLMapper(), "/kamelets/" + name + ".kamelet.yaml")));
    }

    private static JsonNode read(ObjectMapper mapper, String resource) {
        try (InputStream file = KameletFilesTest.class.getResourceAsStream(resource)) {
            return mapper.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void theHeadNamesTheKameletAndItsType(Kamelet kamelet) {
        JsonNode file = kamelet.file();
        String type = kamelet.name().substring(kamelet.name().lastIndexOf('-') + 1);

        assertThat(file.path("apiVersion").textValue()).isEqualTo("camel.apache.org/v1");
        assertThat(file.path("kind").textValue()).isEqualTo("Kamelet");
        assertThat(file.at("/metadata/name").textValue()).isEqualTo(kamelet.name());
        assertThat(file.at("/metadata/labels/camel.apache.org~1kamelet.type").textValue())
                .isEqualTo(type);
        assertThat(kamelet.definition().path("type").textValue()).isEqualTo("object");
        assertThat(kamelet.definition().path("title").textValue()).endsWithIgnoringCase(type);
        assertThat(kamelet.definition().path("description").textValue()).isNotBlank();
        assertThat(kamelet.template().toString()).contains(type.equals("sink") ? "kamelet:source" : "kamelet:sink");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void eachParameterIsDescribed(Kamelet kamelet) {
        kamelet.definition()
                .path("required")
                .forEach(required -> assertThat(kamelet.parameters()).contains(required.textValue()));
        assertThat(kamelet.definition().path("properties")).isNotEmpty().allSatisfy(parameter -> {
            assertThat(parameter.path("title").asText()).isNotBlank();
            assertThat(parameter.path("description").asText()).endsWith(".");
            assertThat(parameter.path("type").asText()).isIn("string", "boolean");
            if (parameter.has("default")) {
                assertThat(parameter.get("default").isBoolean())
                        .isEqualTo(parameter.get("type").asText().equals("boolean"));
            }
            if (parameter.has("enum")) {
                assertThat(parameter.get("enum")).contains(parameter.get("default"));
            }
        });
    }

    /** Camel prints the values of parameters at the start of an application. */
    @ParameterizedTest
    @MethodSource("kamelets")
    void noParameterIsASecret(Kamelet kamelet) {
        assertThat(kamelet.parameters())
                .noneMatch(name -> name.toLowerCase().matches(".*(password|token|secret|key).*"));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void theTemplateUsesItsParametersAndNoOthers(Kamelet kamelet) {
        Set<String> used = PLACEHOLDER
                .matcher(kamelet.template().toString())
                .results()
                .map(placeholder -> placeholder.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(kamelet.parameters());
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void theTemplateIsValidByTheSchemaOfCamel(Kamelet kamelet) {
        assertThat(CAMEL.validate(new ObjectMapper().createArrayNode().add(kamelet.template())))
                .isEmpty();
    }

    /** The command line of Camel loads these. */
    @ParameterizedTest
    @MethodSource("kamelets")
    void eachDependencyIsNamedInFull(Kamelet kamelet) {
        assertThat(kamelet.file().at("/spec/dependencies"))
                .isNotEmpty()
                .allSatisfy(dependency ->
                        assertThat(dependency.textValue()).matches("camel:[a-z-]+|mvn:[\\w.-]+:[\\w.-]+:[\\w.-]+"));
    }
}
