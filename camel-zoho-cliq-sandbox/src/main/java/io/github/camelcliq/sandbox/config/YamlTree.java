package io.github.camelcliq.sandbox.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException;
import io.github.camelcliq.sandbox.judging.Pointers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads YAML as a tree, and notes the line of each key and each entry of a list. */
final class YamlTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Reads {@code off} as a string, as YAML 1.2 does. */
    private static final YAMLFactory FACTORY =
            new YAMLFactory().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS);

    private final YAMLParser parser;
    private final FileProblems problems;

    private YamlTree(YAMLParser parser, FileProblems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** Returns the tree; a missing node if the text is empty, or if it is not YAML, which is a problem. */
    static JsonNode of(String text, FileProblems problems) {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            return new YamlTree(parser, problems).document();
        } catch (JsonProcessingException malformed) {
            problems.addAt(lineOf(malformed), "", "is not YAML: " + onOneLine(malformed.getOriginalMessage()));
            return MissingNode.getInstance();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonNode document() throws IOException {
        if (parser.nextToken() == null) {
            return MissingNode.getInstance();
        }
        JsonNode document = value("");
        if (parser.nextToken() != null) {
            problems.addAt(line(), "", "is a second document; a file holds one");
        }
        return document;
    }

    private JsonNode value(String pointer) throws IOException {
        if (parser.isCurrentAlias()) {
            problems.addAt(line(), pointer, "is an alias; write the value out");
            return JSON.nullNode();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> list(pointer);
            case VALUE_TRUE, VALUE_FALSE -> JSON.booleanNode(parser.getBooleanValue());
            case VALUE_NUMBER_INT -> JSON.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> JSON.numberNode(parser.getDecimalValue());
            case VALUE_NULL -> JSON.nullNode();
            default -> JSON.textNode(parser.getText());
        };
    }

    private ObjectNode object(String pointer) throws IOException {
        ObjectNode object = JSON.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String child = Pointers.child(pointer, key);
            if (!problems.stands(child, line())) {
                problems.addAt(line(), child, "stands here a second time");
            }
            parser.nextToken();
            object.set(key, value(child));
        }
        return object;
    }

    private ArrayNode list(String pointer) throws IOException {
        ArrayNode list = JSON.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String child = Pointers.child(pointer, list.size());
            problems.stands(child, line());
            list.add(value(child));
        }
        return list;
    }

    /** Returns the line of the error, which the parser may have passed already. */
    private static int lineOf(JsonProcessingException malformed) {
        if (malformed instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return marked.getProblemMark().getLine() + 1;
        }
        return Optional.ofNullable(malformed.getLocation())
                .map(JsonLocation::getLineNr)
                .orElse(0);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
