package io.github.camelcliq.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The description of the control API, as a reader of OpenAPI reads it. */
final class OpenApi {

    private static final String ID = "urn:openapi";

    private static final Set<String> WORDS = Set.of(
            "$ref",
            "const",
            "default",
            "description",
            "enum",
            "examples",
            "format",
            "maxItems",
            "maximum",
            "minimum",
            "pattern",
            "required",
            "type");

    private final JsonNode file;
    private final SchemaRegistry schemas;

    private OpenApi(JsonNode file) {
        this.file = file;
        this.schemas =
                SchemaRegistry.withDialect(dialect(file), registry -> registry.schemas(Map.of(ID, file.toString())));
    }

    static OpenApi of(String yaml) {
        try {
            return new OpenApi(new YAMLMapper().readTree(yaml));
        } catch (IOException notYaml) {
            throw new UncheckedIOException(notYaml);
        }
    }

    /** That of the schemas in the file, which does not mind what else the file holds. */
    private static Dialect dialect(JsonNode file) {
        List<Keyword> others = new ArrayList<>();
        file.fieldNames().forEachRemaining(name -> others.add(new NonValidationKeyword(name)));
        return Dialect.builder(Dialects.getDraft202012()).keywords(others).build();
    }

    JsonNode file() {
        return file;
    }

    /** Every operation, such as {@code GET /sandbox/messages}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        file.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> operations.add(method.toUpperCase() + " " + path.getKey())));
        return operations;
    }

    /** Every operation with every status that it names, such as {@code GET /sandbox/messages 200}. */
    Set<String> answers() {
        Set<String> answers = new TreeSet<>();
        for (String operation : operations()) {
            operation(operation)
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(status -> answers.add(operation + " " + status));
        }
        return answers;
    }

    /** The answer that the file describes for a status, or for all others; a missing node where it has neither. */
    JsonNode answer(String operation, int status) {
        JsonNode answers = operation(operation).path("responses");
        String key = answers.has(Integer.toString(status)) ? Integer.toString(status) : "default";
        return resolved(answers.path(key));
    }

    /** Where the schema of an answer stands. */
    String answerSchema(String operation, int status, String type) {
        JsonNode answers = operation(operation).path("responses");
        String key = answers.has(Integer.toString(status)) ? Integer.toString(status) : "default";
        String reference = answers.path(key).path("$ref").asText("");
        String answer = reference.isEmpty() ? place(operation) + "/responses/" + key : reference.substring(1);
        return answer + "/content/" + escaped(type) + "/schema";
    }

    /** Where the schema of a request's body stands. */
    String bodySchema(String operation) {
        return place(operation) + "/requestBody/content/application~1json/schema";
    }

    /** Where a schema with a name stands. */
    static String named(String name) {
        return "/components/schemas/" + name;
    }

    boolean has(String place) {
        return !file.at(place).isMissingNode();
    }

    /** What a value may be by the schema of that name. */
    List<String> constants(String name) {
        return file.at(named(name)).path("oneOf").findValuesAsText("const");
    }

    /** What is wrong with a value by the schema that stands at a place. */
    List<Error> judge(String place, JsonNode value) {
        Schema schema = schemas.getSchema(SchemaLocation.of(ID + "#" + place));
        return schema.validate(value);
    }

    /** The words of all named schemas that are none of JSON Schema's that the file uses. */
    Set<String> unknownWords() {
        Set<String> unknown = new TreeSet<>();
        file.at("/components/schemas").forEach(schema -> collectUnknownWords(schema, unknown));
        return unknown;
    }

    private static void collectUnknownWords(JsonNode schema, Set<String> unknown) {
        schema.properties().forEach(word -> {
            if (word.getKey().equals("properties")) {
                word.getValue().forEach(property -> collectUnknownWords(property, unknown));
            } else if (word.getKey().equals("oneOf")) {
                word.getValue().forEach(choice -> collectUnknownWords(choice, unknown));
            } else if (List.of("items", "additionalProperties", "propertyNames").contains(word.getKey())) {
                collectUnknownWords(word.getValue(), unknown);
            } else if (!WORDS.contains(word.getKey())) {
                unknown.add(word.getKey());
            }
        });
    }

    private JsonNode operation(String operation) {
        return file.at(place(operation));
    }

    private static String place(String operation) {
        String[] parts = operation.split(" ");
        return "/paths/" + escaped(parts[1]) + "/" + parts[0].toLowerCase();
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private JsonNode resolved(JsonNode answer) {
        String reference = answer.path("$ref").asText("");
        return reference.isEmpty() ? answer : file.at(reference.substring(1));
    }
}
